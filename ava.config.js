export default {
  files: ['build/test/**/*.test.js', 'build/docs/*.test.js', '!build/test/fixtures/**'],
  nodeArguments: ['--enable-source-maps'],
  timeout: '5m',
};
