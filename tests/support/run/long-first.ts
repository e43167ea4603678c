/**
 * The order of the test files: those that take minutes come first, so that at the end no core waits for one of them. Files of one project
 * follow each other, for a worker is used again only within its project.
 */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const folders = ['tests/journeys/', 'tests/jsonforms/', 'tests/pdf/', 'tests/api/', 'tests/ops/', 'tests/'];

const projects = ['alone', 'all', 'on MongoDB'];

const rank = ({ moduleId, project }: TestSpecification): number => {
  const at = folders.findIndex((folder) => moduleId.includes(`/${folder}`));
  return projects.indexOf(project.name) * (folders.length + 1) + (at < 0 ? folders.length : at);
};

export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // Within a folder as vitest has it: by what they took last time, or by size.
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other));
  }
}
