/** The value of one property of something whose shape the test does not otherwise care about. */
export const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/** As `field`, for texts. */
export const textField = (value: unknown, name: string): string => String(field(value, name));
