/** Orders semantic versions (https://semver.org, section 11), as far as folder names use them: numbers, then a pre-release before its release. */
export const compareVersions = (left: string, right: string): number => {
  const [leftCore, leftLabel] = split(left);
  const [rightCore, rightLabel] = split(right);
  const core = compareParts(leftCore, rightCore);
  if (core !== 0 || leftLabel === rightLabel) return core;
  if (leftLabel === undefined) return 1;
  if (rightLabel === undefined) return -1;
  return compareParts(leftLabel, rightLabel);
};

const split = (version: string): [string, string | undefined] => {
  const dash = version.indexOf('-');
  return dash === -1 ? [version, undefined] : [version.slice(0, dash), version.slice(dash + 1)];
};

const compareParts = (left: string, right: string): number => {
  const lefts = left.split('.');
  const rights = right.split('.');
  for (let index = 0; index < Math.max(lefts.length, rights.length); index += 1) {
    const one = lefts[index];
    const other = rights[index];
    if (one === undefined) return -1;
    if (other === undefined) return 1;
    if (one === other) continue;
    const numeric = /^\d+$/.test(one) && /^\d+$/.test(other);
    if (numeric) return Number(one) - Number(other);
    return one < other ? -1 : 1;
  }
  return 0;
};
