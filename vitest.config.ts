import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/postgres.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The Playground and the browser start a process each: two at a time is what a small machine carries.
    maxWorkers: 2,
  },
})
