import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { include: ['test/pictures.ts'], setupFiles: 'test/each-file.ts', testTimeout: 120_000 },
})
