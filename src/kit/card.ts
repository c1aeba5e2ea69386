/**
 * The few Adaptive Card 1.5 elements that cards are built from, as plain data, and their plain-text twin.
 * Every text wraps: a card must be readable at 400 px.
 */
export type Element = TextBlock | FactSet | Container
type TextBlock = {
  type: 'TextBlock'
  text: string
  wrap: true
  weight?: 'Bolder'
  size?: 'Small' | 'Medium' | 'Large'
  color?: 'Attention'
  isSubtle?: true
  spacing?: Spacing
  style?: 'heading'
}
type FactSet = { type: 'FactSet'; facts: { title: string; value: string }[]; spacing?: Spacing }
type Container = {
  type: 'Container'
  items: Element[]
  style?: 'emphasis'
  spacing?: Spacing
  separator?: true
}
type Spacing = 'Small' | 'Medium'

export type Button =
  | { type: 'Action.Execute'; title: string; verb: string; data: unknown }
  | { type: 'Action.OpenUrl'; title: string; url: string }

export type Card = {
  type: 'AdaptiveCard'
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json'
  version: '1.5'
  body: Element[]
  actions?: Button[]
}

export const card = (body: (Element | undefined)[], actions: (Button | undefined)[] = []): Card => {
  const buttons = actions.filter((button) => button !== undefined)
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    body: body.filter((element) => element !== undefined),
    ...(buttons.length > 0 && { actions: buttons }),
  }
}

export const title = (text: string): Element => ({
  type: 'TextBlock',
  text,
  wrap: true,
  weight: 'Bolder',
  size: 'Large',
  style: 'heading',
})
export const text = (words: string, look: Omit<TextBlock, 'type' | 'text' | 'wrap'> = {}): Element => ({
  type: 'TextBlock',
  text: words,
  wrap: true,
  ...look,
})
/** Small grey print under the main matter: sources, dates, who owns it. */
export const note = (words: string): Element =>
  text(words, { size: 'Small', isSubtle: true, spacing: 'Small' })

/** Pairs of name and value; a pair whose value is undefined or empty is left out. */
export function facts(
  pairs: readonly (readonly [name: string, value: string | undefined])[],
): Element | undefined {
  const kept = pairs.flatMap(([name, value]) => (value ? [{ title: name, value }] : []))
  return kept.length > 0 ? { type: 'FactSet', facts: kept } : undefined
}

/** A shaded box, for what must not be overlooked. */
export const box = (items: (Element | undefined)[]): Element => ({
  type: 'Container',
  style: 'emphasis',
  items: items.filter((element) => element !== undefined),
})
/** A part set off by a line above. */
export const footer = (items: Element[]): Element => ({
  type: 'Container',
  separator: true,
  spacing: 'Medium',
  items,
})

export const openUrl = (words: string, url: string): Button => ({ type: 'Action.OpenUrl', title: words, url })

/** Somebody's own words in a card, never taken for a link or other Markdown. */
export const inPlainText = (words: string): string => words.replace(/[\\[\]()*_`~#<>|!]/g, '\\$&')

/** The same content as plain text: read aloud, shown where cards are not, and printed by `npm run ask`. */
export const plainText = (shown: Card): string => shown.body.map(elementText).filter(Boolean).join('\n')

/** What a link says; where it leads is for those who can press it. */
const withoutLinks = (text: string): string => text.replace(/\[([^\]]+)\]\(https?:[^)]*\)/g, '$1')

function elementText(element: Element): string {
  switch (element.type) {
    case 'TextBlock':
      return withoutLinks(element.text)
    case 'FactSet':
      return element.facts.map((fact) => `${fact.title}: ${fact.value}`).join('\n')
    case 'Container':
      return element.items.map(elementText).join('\n')
  }
}
