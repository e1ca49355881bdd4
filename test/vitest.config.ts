import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('.', import.meta.url).pathname,
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source', 'module', 'node', 'import', 'default'] } },
  test: {
    include: ['**/*.test.ts'],
    setupFiles: ['./seed.ts'],
    exclude: ['vscode/**', '**/node_modules/**'],
    testTimeout: 120_000,
  },
});
