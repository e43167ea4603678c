import type { JsonFormsRendererRegistryEntry } from '@jsonforms/core';
import { Choice, choiceTester } from './questions/Choice.tsx';
import { Choices, choicesTester } from './questions/Choices.tsx';
import { DateQuestion, dateTester } from './questions/DateQuestion.tsx';
import { Files, filesTester } from './questions/Files.tsx';
import { FixedTable, fixedTableTester } from './questions/FixedTable.tsx';
import { Group, groupTester } from './Group.tsx';
import { GroupQuestion, groupQuestionTester } from './questions/GroupQuestion.tsx';
import { HorizontalLayout, horizontalTester } from './HorizontalLayout.tsx';
import { Label, labelTester } from './Label.tsx';
import { Layout, pageTester, verticalTester } from './Layout.tsx';
import { LongText, longTextTester } from './questions/LongText.tsx';
import { Money, moneyTester } from './questions/Money.tsx';
import { NumberQuestion, numberTester } from './questions/NumberQuestion.tsx';
import { OneOf, oneOfTester } from './questions/OneOf.tsx';
import { Table, tableTester } from './questions/Table.tsx';
import { Text, textTester } from './questions/Text.tsx';
import { TickQuestion, tickTester } from './questions/TickQuestion.tsx';
import { YesNo, yesNoTester } from './questions/YesNo.tsx';

/** One renderer for each kind of question and layout, for JSON Forms' registry. */
export const renderers: JsonFormsRendererRegistryEntry[] = [
  { tester: pageTester, renderer: Layout },
  { tester: verticalTester, renderer: Layout },
  { tester: horizontalTester, renderer: HorizontalLayout },
  { tester: groupTester, renderer: Group },
  { tester: labelTester, renderer: Label },
  { tester: textTester, renderer: Text },
  { tester: longTextTester, renderer: LongText },
  { tester: dateTester, renderer: DateQuestion },
  { tester: numberTester, renderer: NumberQuestion },
  { tester: moneyTester, renderer: Money },
  { tester: yesNoTester, renderer: YesNo },
  { tester: tickTester, renderer: TickQuestion },
  { tester: choiceTester, renderer: Choice },
  { tester: choicesTester, renderer: Choices },
  { tester: groupQuestionTester, renderer: GroupQuestion },
  { tester: tableTester, renderer: Table },
  { tester: fixedTableTester, renderer: FixedTable },
  { tester: filesTester, renderer: Files },
  { tester: oneOfTester, renderer: OneOf },
];
