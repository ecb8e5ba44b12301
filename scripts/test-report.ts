/** Vitest's JSON report for scripts/test.ts, with what it leaves out: errors that were thrown outside the tests. */
import { readFileSync, writeFileSync } from 'node:fs';
import { JsonReporter, type SerializedError, type TestModule } from 'vitest/node';
import type { UnhandledError } from './second-run.ts';

export default class TestReport extends JsonReporter {
  override async onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[] = []): Promise<void> {
    await super.onTestRunEnd(modules);
    const { outputFile } = this.ctx.config;
    if (typeof outputFile !== 'object' || !outputFile.json) return;
    const unhandledErrors = errors.map(
      ({ VITEST_TEST_PATH: file }): UnhandledError => ({ file: file ? `${file}` : null }),
    );
    const report = JSON.parse(readFileSync(outputFile.json, 'utf8'));
    writeFileSync(outputFile.json, JSON.stringify({ ...report, unhandledErrors }));
  }
}
