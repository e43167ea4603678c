/** How deeply a JSON value may be nested. Answers need six or seven levels; more would only strain what walks over them later. */
const most = 32;

export const tooDeep = (value: unknown, depth = 0): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  if (depth === most) return true;
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === 'object' && tooDeep(item, depth + 1)) return true;
    return false;
  }
  for (const item of Object.values(value)) if (typeof item === 'object' && tooDeep(item, depth + 1)) return true;
  return false;
};

/** Values that look like a sealed one would be taken for it by the store: no person types them. */
export const looksSealed = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value) && value[0] === '$sealed') return true;
  return Object.values(value).some(looksSealed);
};
