/** Answers to the licence form as people and programs might send them: sensible, half-typed, blank and plainly wrong. */
import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../json.ts';

const odd: fc.Arbitrary<JsonValue> = fc.constantFrom<JsonValue[]>(
  null,
  '',
  '  ',
  [],
  {},
  7,
  true,
  'x',
  [null, {}],
  [[]],
);

const mostly = (...likely: JsonValue[]): fc.Arbitrary<JsonValue> =>
  fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...likely) }, { weight: 1, arbitrary: odd });

const some = (fields: Record<string, fc.Arbitrary<JsonValue>>): fc.Arbitrary<JsonObject> =>
  fc
    .record(fields, { requiredKeys: [] })
    .map((value) =>
      Object.fromEntries(Object.entries(value).flatMap(([key, entry]) => (entry === undefined ? [] : [[key, entry]]))),
    );

const orOdd = (value: fc.Arbitrary<JsonValue>): fc.Arbitrary<JsonValue> =>
  fc.oneof({ weight: 6, arbitrary: value }, { weight: 1, arbitrary: odd });

const date = mostly('2026-01-31', '2015-06-01', '2026-02-30', '1850-01-01');
const gearRow = orOdd(some({ owned: mostly(true, false), count: mostly(0, 2, -1), reason: mostly('worn') }));

export const someAnswers: fc.Arbitrary<JsonObject> = some({
  angler: mostly('Sam', ' Sam Brook ', 'y'.repeat(90), '😀'.repeat(60)),
  born: date,
  nhs: mostly('943 476 5919', '9434765918'),
  guardian: mostly('Kim'),
  water: mostly('river', 'lake', 'sea', 'puddle'),
  fromBoat: mostly(true, false),
  boatName: mostly('Otter'),
  engineKind: mostly('none', 'electric', 'petrol'),
  engineNumber: mostly('E-1'),
  address: orOdd(
    some({
      line1: mostly('1 Mill Lane', '12 Long Meadow Gardens'),
      abroad: mostly(true, false),
      county: mostly('Kent'),
      postcode: mostly('ox11ne', 'X'),
    }),
  ),
  rods: mostly(1, 4, 5, 1.5),
  budget: mostly(10.5, 0.001),
  bait: mostly(['fly', 'worm'], ['fly'], ['fly', 'fly'], ['soup']),
  catches: orOdd(
    fc.array(
      orOdd(
        some({
          fish: mostly('pike', 'other'),
          otherFish: mostly('Ruffe'),
          caught: date,
          released: date,
          cost: mostly(5, 900),
          small: mostly(true, false),
        }),
      ),
      { maxLength: 4 },
    ),
  ),
  gear: orOdd(some({ rod: gearRow, net: gearRow, others: mostly([{ name: 'Bag' }, {}], [{ colour: 'red' }]) })),
  photos: mostly([{ file: { id: 'a', name: 'a.png' }, kind: 'boat' }, {}], [{ kind: 'boat' }]),
  pet: mostly({ kind: 'dog', name: 'Rex' }, { kind: 'cat', lives: 10 }, { kind: 'fish' }, { name: 'Rex' }),
  rules: mostly(true, false),
  unknown: mostly('kept?'),
});

/** Answers that the form accepts as they are. */
export const fullAnswers = {
  angler: 'Sam',
  born: '1990-01-01',
  water: 'river',
  address: { line1: '1 Mill Lane', postcode: 'ox1 1ne' },
  bait: ['fly', 'worm'],
  catches: [{ fish: 'pike', caught: '2026-01-02' }],
  gear: { rod: { count: 1 } },
  pet: { kind: 'dog', name: 'Rex' },
  rules: true,
};
