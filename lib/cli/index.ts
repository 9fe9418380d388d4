export { ConfigLoadError, UsageError } from './cli-errors.js';
export { type Config, defineConfig } from './config/config.js';
