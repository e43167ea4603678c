/** Names, at the end of a run, each test that failed and passed when it was tried again: a race to look for, not to get used to. */
import type { Reporter, TestCase } from 'vitest/node';

export default class SecondTries implements Reporter {
  private readonly names: string[] = [];

  onTestCaseResult(test: TestCase): void {
    if (test.diagnostic()?.flaky !== true) return;
    const [first] = test.result().errors ?? [];
    this.names.push(`${test.module.relativeModuleId} > ${test.fullName}: ${first?.message.split('\n')[0] ?? ''}`);
  }

  onTestRunEnd(): void {
    if (this.names.length > 0) console.log(`\nPassed only when tried again:\n  ${this.names.join('\n  ')}`);
  }
}
