import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take half a minute or more: what begins last ends last, while the other workers idle. */
const LONG =
  /recognition|malformed|fuzz|administration\/(?:one-release|every-screen|organisation|register-list)|service\/program|ways-out\/failures|command-line|pane\/pane/

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification): boolean => LONG.test(moduleId)
    const sorted = await super.sort(files)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    globalSetup: 'test/prepared.ts',
    setupFiles: 'test/each-file.ts',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    sequence: { sequencer: LongFirst },
    // Files of a worker share what they import: a third of the time went into importing the same anew.
    isolate: false,
    // Two cores, and one worker more: browsers and databases are mostly waited for.
    maxWorkers: 3,
  },
})
