/** The order of the test files: those that take minutes come first, so that at the end no core waits for one of them. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const folders = ['tests/journeys/', 'tests/jsonforms/', 'tests/pdf/', 'tests/api/', 'tests/ops/', 'tests/'];

const rank = ({ moduleId }: TestSpecification): number => {
  const at = folders.findIndex((folder) => moduleId.includes(`/${folder}`));
  return at < 0 ? folders.length : at;
};

export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // Within a folder as vitest has it: by what they took last time, or by size.
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other));
  }
}
