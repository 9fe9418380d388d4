export { ConfigLoadError, InterruptedError, UsageError } from './cli-errors.js';
export { type Config, defineConfig } from './config/config.js';
