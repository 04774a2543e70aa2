import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    globalSetup: 'test/prepared.ts',
    setupFiles: 'test/each-file.ts',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Files of a worker share what they import: a third of the time went into importing the same anew.
    isolate: false,
    // Two cores: one more than them, as browsers and databases are waited for.
    maxWorkers: 3,
  },
})
