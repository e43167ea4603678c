import { isObject, type JsonObject } from '../../engine/json.ts';

/** The value of one property of something whose shape the test does not otherwise care about. */
export const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/** As `field`, for texts. */
export const textField = (value: unknown, name: string): string => String(field(value, name));

/** The properties of something whose shape the test does not otherwise care about; none of what has none. */
export const fieldsOf = (value: unknown): JsonObject => (isObject(value) ? value : {});

/** The items of what should be a list. */
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
