import { expect, test } from 'vitest';
import { databaseAt, memberAt } from './mongodb-address.ts';

test.each([
  ['mongodb://a:1,b:2,c:3/db?replicaSet=rs0', 'mongodb://a:1,b:2,c:3/other?replicaSet=rs0'],
  ['mongodb://a,b,c', 'mongodb://a,b,c/other'],
  ['mongodb://who:p%40ss@a:1/?tls=true', 'mongodb://who:p%40ss@a:1/other?tls=true'],
  ['mongodb+srv://cluster.example/db', 'mongodb+srv://cluster.example/other'],
])('another database at %s is at %s', (url, other) => expect(databaseAt(url, 'other')).toBe(other));

test('what is no address is refused without being repeated, for it may hold a password', () =>
  expect(() => databaseAt('who:secret@a/db', 'other')).toThrow(/^MONGODB_URL is no address of a MongoDB server$/));

test('one member is reached with the same name and database', () =>
  expect(memberAt('mongodb://who:p@a:1,b:2/db?replicaSet=rs0', '127.0.0.1:9')).toBe(
    'mongodb://who:p@127.0.0.1:9/db?directConnection=true',
  ));
