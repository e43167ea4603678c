import { optionIs, rankWith, uiTypeIs, type RankedTester } from '@jsonforms/core';
import type { QuestionKind } from '../../engine/index.ts';

const OURS = 100;

/** Controls that ask this kind of question; the engine has said which kind it is. */
export const asks = (kind: QuestionKind): RankedTester => rankWith(OURS, optionIs('kind', kind));

/** Elements of this type. */
export const isElement = (type: string): RankedTester => rankWith(OURS, uiTypeIs(type));
