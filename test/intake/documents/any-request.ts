import fc from 'fast-check'
import type { RequestedDuty, SubmittedRequest } from '../../../src/intake/request.ts'
import { allKinds, bands } from '../../../src/rules/rules.ts'

/** Words as nobody should write them: control characters, half a surrogate pair, markup, marks that turn the direction. */
const hostile = fc.constantFrom(
  '\u0000\u0001\u0008\u000b\u001f\u007f\ufffe\uffff',
  '\ud800 and \udfff alone',
  '<script>alert(1)</script> ]]> &amp; &#0; <w:p/> <!--',
  'abc\u202egpj.exe\u2066 \u200f\u061c',
  '👩🏽‍🚒🏳️‍🌈 ÆØÅ æøå ǿ 漢字 العربية',
  'x'.repeat(5000),
  'linje én\r\nlinje to\rlinje tre\u2028fire\ttab',
  '   ',
  '',
)
export const anyWords = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  hostile,
  fc.lorem({ maxCount: 8 }),
)
const anyDay = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })

const anyDuty: fc.Arbitrary<RequestedDuty> = fc.record({
  id: fc.oneof(fc.constantFrom('p-klima', 'p-lonn', 'p-ehf', 'p-personvern', 'p-bil', 'p-leder'), anyWords),
  title: anyWords,
  text: anyWords,
  legalBasis: anyWords,
  authority: fc.constantFrom('law', 'local'),
  confirmed: fc.boolean(),
})

/** Any request that the contract permits, sensible or not. */
export const anyRequest: fc.Arbitrary<SubmittedRequest> = fc.record({
  number: fc.stringMatching(/^20\d\d-\d{4}$/),
  submittedAt: fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 0, 1) }),
  title: anyWords,
  problem: maybe(anyWords),
  requester: anyWords,
  onBehalfOf: maybe(anyWords),
  unit: maybe(anyWords),
  agreement: maybe(
    fc.record({
      id: anyWords,
      title: anyWords,
      use: fc.constantFrom('deviation', 'not-covered'),
      reason: anyWords,
    }),
  ),
  group: maybe(anyWords),
  kind: fc.constantFrom(...allKinds),
  value: fc.integer({ min: 0, max: 1_000_000_000 }),
  valueLines: fc.array(anyWords, { maxLength: 3 }),
  valueAsSaid: anyWords,
  months: maybe(
    fc.oneof(fc.constant('indefinite' as const), fc.integer({ min: 1, max: 240 }), fc.constant(12 / 52)),
  ),
  band: fc.constantFrom(...bands),
  rulesOf: anyDay,
  conclusion: anyWords,
  near: maybe(anyWords),
  duties: fc.array(anyDuty, { maxLength: 4 }),
  threeQuotes: fc.boolean(),
  approver: maybe(anyWords),
  wanted: maybe(anyDay),
  tooSoon: fc.boolean(),
  followUp: maybe(anyWords),
  answers: fc.array(fc.record({ step: anyWords, question: anyWords, answer: anyWords }), { maxLength: 4 }),
  earlier: fc.array(
    fc.record({
      number: anyWords,
      title: anyWords,
      unit: anyWords,
      value: fc.integer({ min: 0, max: 1e9 }),
      day: anyDay,
    }),
    { maxLength: 3 },
  ),
  attachments: fc.array(fc.record({ name: anyWords, bytes: fc.nat() }), { maxLength: 3 }),
})
