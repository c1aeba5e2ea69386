/** The fields of forms in cards. What is filled in comes back as text, under the field's id. */
import type { Element } from './card.ts'

/** `most` in letters. */
export const line = (id: string, label: string, value: string, most: number, multiline = false): Element => ({
  type: 'Input.Text',
  id,
  label,
  value,
  isMultiline: multiline,
  maxLength: most,
})
export const toggle = (id: string, words: string, on: boolean): Element => ({
  type: 'Input.Toggle',
  id,
  label: '',
  title: words,
  value: String(on),
  wrap: true,
})
export const choice = (
  id: string,
  label: string,
  choices: readonly { title: string; value: string }[],
  look: { value?: string; many?: boolean } = {},
): Element => ({
  type: 'Input.ChoiceSet',
  id,
  label,
  choices,
  isMultiSelect: look.many ?? false,
  style: look.many ? 'expanded' : 'compact',
  wrap: true,
  ...(look.value !== undefined && { value: look.value }),
})
