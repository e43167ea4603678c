import { MongoNetworkError } from 'mongodb';
import { expect, test } from 'vitest';
import { asStoreError } from './mongodb-errors.ts';
import { StoreUnavailableError } from '../store.ts';

const collection = { name: 'items', indexes: [] };

test.each([
  ['the driver’s word for it', new MongoNetworkError('connection closed')],
  ['the socket’s own', Object.assign(new Error('write ECONNRESET'), { code: 'ECONNRESET', syscall: 'write' })],
  ['a socket that names no system call', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })],
  ['a stream', Object.assign(new Error('Cannot call write'), { code: 'ERR_STREAM_DESTROYED' })],
])('a connection that breaks means that the database is away: %s', (_, error) => {
  expect(asStoreError(collection, error)).toBeInstanceOf(StoreUnavailableError);
});

test('a fault of the program stays what it is', () => {
  const fault = new TypeError('undefined is not a function');
  expect(asStoreError(collection, fault)).toBe(fault);
});
