import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { cardWordsPlugin } from './build/card-words-plugin.ts';
import { glossaryPlugin } from './build/glossary-plugin.ts';

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest(), glossaryPlugin(), cardWordsPlugin()],
        test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], restoreMocks: true },
      },
      {
        // One browser at a time: two cores, and tests that look at the screen.
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          environment: 'node',
          fileParallelism: false,
          // A busy machine lets a browser miss a key or a frame now and then; the gate also has docs/decisions/0004.
          retry: 1,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Else what is asked again and again has one second.
          expect: { poll: { timeout: 10_000 } },
        },
      },
    ],
  },
});
