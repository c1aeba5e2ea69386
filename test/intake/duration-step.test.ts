import { expect, test } from 'vitest'
import { purchaseDialog } from '../../src/intake/purchase-dialog.ts'
import { purchaseFacts } from '../support/filled.ts'

test.each<[string, unknown]>([
  ['4', { value: 48 }],
  ['10', { value: 120 }],
  ['36', { fault: 'noDuration' }],
  ['36 mnd', { value: 36 }],
  ['0', { fault: 'noDuration' }],
  ['2+1+1, altså 4 år til sammen', { value: 48 }],
  ['minst 2 år, maks 4 år', { value: 48 }],
  ['2 år og 4 år', { fault: 'noDuration' }],
  ['et halvt år', { value: 6 }],
  ['uten sluttdato', { value: 'indefinite' }],
])('asked how long it lasts, «%s» is %o', (said, accepted) => {
  expect(purchaseDialog.duration.accept(said, {}, purchaseFacts)).toEqual(accepted)
})
