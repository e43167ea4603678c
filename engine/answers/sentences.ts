/**
 * What the engine says when a form has no text of its own: by kind of question and keyword, then by keyword. `{name}` is the label in the
 * middle of a sentence. A text `message.<key>` replaces a sentence for a whole form or language.
 */
export const sentences: Readonly<Record<string, string>> = {
  required: 'Enter {name}',
  'required.question': 'Answer the question “{label}”',
  'required.choice': 'Select {name}',
  'required.choice.question': 'Choose an answer to “{label}”',
  'required.choices': 'Select at least one answer for “{label}”',
  'required.yesNo': 'Choose yes or no for “{label}”',
  'required.tick': 'Tick the box “{label}”',
  'required.table': 'Add at least one row to “{label}”',
  'required.files': 'Add at least one document to “{label}”',
  'required.group': 'Fill in “{label}”',
  'required.fixedTable': 'Fill in “{label}”',
  'required.oneOf': 'Choose an answer for “{label}”',

  type: 'The answer to “{label}” is not one that can be used here. Clear it and answer again',
  'type.number': 'Enter a number for “{label}”, like 12',
  'type.number.whole': 'Enter a whole number for “{label}”, like 12',
  'type.money': 'Enter an amount in pounds for “{label}”, like 250 or 19.99',
  'type.number.unclear':
    'Enter the number for “{label}” with a point, like 3.5. Use a comma only to separate thousands, like 1,234',
  'type.money.unclear':
    'Enter the amount for “{label}” with a point before the pence, like 12.50. Use a comma only to separate thousands, like 1,234',
  'type.yesNo': 'Choose yes or no for “{label}”',

  enum: 'Choose one of the answers offered for “{label}”',
  const: 'Choose the answer that is needed for “{label}”',
  'const.tick': 'Tick the box “{label}”',
  'const.yesNo': 'To continue, the answer to “{label}” must be {expected}',
  'format.date.year': 'Enter the year of “{label}” with all four figures, like 2015',
  pattern: 'Check “{label}”: it is not written in the form that is needed',
  minLength: '“{label}” needs at least {limit} characters. It has {length}',
  maxLength: 'Shorten “{label}” to {limit} characters or fewer. It has {length}',
  minimum: '“{label}” must be {limit} or more',
  maximum: '“{label}” must be {limit} or less',
  exclusiveMinimum: '“{label}” must be more than {limit}',
  exclusiveMaximum: '“{label}” must be less than {limit}',
  multipleOf: '“{label}” must be a multiple of {limit}',
  'multipleOf.number.whole': 'Enter a whole number for “{label}”, like 12',
  'multipleOf.money': 'Enter “{label}” in pounds and pence, with no more than two digits after the point',

  minItems: 'Add at least {limit} to “{label}”',
  'minItems.choices': 'Select at least {limit} answers for “{label}”',
  'minItems.table': '“{label}” needs at least {rows}',
  'minItems.files': 'Add at least {documents} to “{label}”',
  maxItems: 'Leave no more than {limit} in “{label}”',
  'maxItems.choices': 'Select no more than {limit} answers for “{label}”',
  'maxItems.table': '“{label}” can hold {rows} at most. Remove the rest',
  'maxItems.files': '“{label}” can hold {documents} at most. Remove the rest',
  uniqueItems: 'The same answer is in “{label}” twice. Remove one of them',
  contains: 'Something is missing from “{label}”. Check the message under the question',
  oneOf: 'Choose an answer for “{label}”',
  anyOf: 'Choose an answer for “{label}”',
  additionalProperties: 'This form has no question “{label}”',

  other: 'Check the answer to “{label}”',
  'farOver.maxLength':
    '“{label}” has {length} characters. No more than {limit} can be kept. Shorten it, or attach it as a document',
  'farOver.maxItems': '“{label}” has {length} entries. No more than {limit} can be kept. Remove some',
  'farOver.type': 'The answer to “{label}” is not the kind of answer the question asks for. Enter it again',
  'farOver.size': 'The answer to “{label}” holds more than can be kept. Enter less',

  row: 'Row {number}',
  more: 'Correct these first. {number} more are not listed here',
};
