/**
 * The few Adaptive Card 1.5 elements that cards are built from, as plain data, and their plain-text twin.
 * Every text wraps: a card must be readable at 400 px.
 */
export type Element = TextBlock | FactSet | Container | ColumnSet | ActionSet | Input | Image | Chart
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
type ColumnSet = {
  type: 'ColumnSet'
  columns: Column[]
  spacing?: Spacing
}
type Column = {
  type: 'Column'
  width: 'stretch' | 'auto'
  verticalContentAlignment: 'Center'
  items: Element[]
}
type ActionSet = { type: 'ActionSet'; actions: Button[] }
type Choice = { title: string; value: string }
/** What is filled in comes back in the data of the button that is pressed, as text, under the input's id. */
type Input = { id: string; label: string; value?: string; isRequired?: boolean; errorMessage?: string } & (
  | { type: 'Input.Text'; isMultiline: boolean; maxLength: number; placeholder?: string }
  | {
      type: 'Input.ChoiceSet'
      choices: readonly Choice[]
      isMultiSelect: boolean
      style: 'expanded' | 'compact'
      wrap: true
    }
  | { type: 'Input.Date'; min: string }
  | { type: 'Input.Time' }
  | { type: 'Input.Toggle'; title: string; wrap: true }
)
/** `altText` is what it shows, for those who cannot see it. */
type Image = { type: 'Image'; url: string; altText: string; size: 'Stretch' }
/** Teams draws it; other clients draw what stands in its place. */
type Chart = {
  type: 'Chart.Donut'
  title: string
  data: readonly { legend: string; value: number }[]
  fallback: Element
}
type Spacing = 'Small' | 'Medium'

/** `associatedInputs: 'none'` presses past what is filled in; a secondary button stands behind "…" where the client has that. */
export type Look = {
  associatedInputs?: 'none'
  style?: 'positive' | 'destructive'
  mode?: 'secondary'
  /** Read aloud and shown when pointed at, where the title alone does not tell what is meant. */
  tooltip?: string
}

export type Button =
  | ({ type: 'Action.Execute'; title: string; verb: string; data: unknown } & Look)
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

/** Words with a button of their own beside them. */
export const beside = (words: Element, button: Button): Element => ({
  type: 'ColumnSet',
  spacing: 'Small',
  columns: [column('stretch', words), column('auto', buttons([button]))],
})

const column = (width: Column['width'], item: Element): Column => ({
  type: 'Column',
  width,
  verticalContentAlignment: 'Center',
  items: [item],
})

/** Buttons within the card, above those that end it. */
export const buttons = (actions: Button[]): Element => ({ type: 'ActionSet', actions })

export const image = (url: string, altText: string): Element => ({
  type: 'Image',
  url,
  altText,
  size: 'Stretch',
})

/** How a whole is parted, as a chart, and as lines where a client draws none. */
export const chart = (heading: string, parts: readonly { legend: string; value: number }[]): Element => ({
  type: 'Chart.Donut',
  title: heading,
  data: parts.map(({ legend, value }) => ({ legend: `${legend}: ${value}`, value })),
  fallback: {
    type: 'FactSet',
    facts: parts.map(({ legend, value }) => ({ title: legend, value: String(value) })),
  },
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
    case 'ColumnSet':
      return element.columns
        .flatMap(({ items }) => items.filter(({ type }) => type !== 'ActionSet').map(elementText))
        .join(' ')
    case 'ActionSet':
      return element.actions.map(({ title }) => `• ${title}`).join('\n')
    case 'Input.ChoiceSet':
      return [element.label, ...element.choices.map(({ title }) => `• ${title}`)].join('\n')
    case 'Input.Toggle':
      return element.title
    case 'Input.Text':
    case 'Input.Date':
    case 'Input.Time':
      return element.label
    case 'Image':
      return element.altText
    case 'Chart.Donut':
      return elementText(element.fallback)
  }
}
