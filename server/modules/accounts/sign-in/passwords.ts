/** Passwords: hashing with argon2id (RFC 9106; parameters of OWASP’s cheat sheet) off the event loop, and what is too easy to guess. */
import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';
import { dictionary } from '@zxcvbn-ts/language-common';
import { isMadeOfNames, isPattern, leastPasswordLength, passwordLength } from '../../../../engine/index.ts';

const derive = promisify<'argon2id', Argon2Parameters, Buffer>(argon2);
const parameters = { parallelism: 1, tagLength: 32, memory: 19_456, passes: 2 };

const encode = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');

/** The PHC string of a password, with its own random salt. */
export const hashPassword = async (password: string): Promise<string> => {
  const nonce = randomBytes(16);
  const tag = await derive('argon2id', { ...parameters, message: password.normalize('NFKC'), nonce });
  const { memory, passes, parallelism } = parameters;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${encode(nonce)}$${encode(tag)}`;
};

const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** Verified in place of an account that does not exist, so that the answer takes as long. */
const nobody = hashPassword(randomBytes(32).toString('base64'));

/** Whether `password` fits `hash`. Without a hash it works as long and says no. */
export const verifyPassword = async (password: string, hash: string | undefined): Promise<boolean> => {
  const parts = phc.exec(hash ?? (await nobody));
  if (parts === null) throw new Error('A stored password hash is not a PHC string of argon2id');
  const [, memory, passes, parallelism, salt = '', tag = ''] = parts;
  const wanted = Buffer.from(tag, 'base64');
  const found = await derive('argon2id', {
    message: password.normalize('NFKC'),
    nonce: Buffer.from(salt, 'base64'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: wanted.length,
  });
  return timingSafeEqual(found, wanted) && hash !== undefined;
};

const common = new Set(dictionary['passwords-common']);
const plain = (text: string): string => text.normalize('NFKC').toLowerCase();
/** `password2024!` → `password`: digits and signs at either end make no known password a new one. */
const core = (text: string): string => text.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '');

/**
 * Why a password is refused, in words for the person; undefined when it is good. No rules of composition (NIST SP 800-63B,
 * NCSC): length, not known from breaches, not made of the person's own name or address, nor of what the council and its service are called.
 */
export const passwordFault = (password: string, personal: readonly string[]): string | undefined => {
  const text = plain(password);
  if (passwordLength(password) < leastPasswordLength) return `Use at least ${leastPasswordLength} characters`;
  const isCommon =
    common.has(text) || (core(text).length >= 4 && passwordLength(password) < 16 && common.has(core(text)));
  if (isCommon || isPattern(text))
    return 'This password is too easy to guess. Choose another, such as three unrelated words';
  if (isMadeOfNames(password, personal))
    return 'Do not use your name or email address, or the name of the council or this service, in your password. Choose another, such as three unrelated words';
  return undefined;
};
