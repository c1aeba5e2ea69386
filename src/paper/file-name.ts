import { legible } from './legible.ts'

/** What Windows and SharePoint refuse in a name. */
const refused = /[\\/:*?"<>|#%\n]/g
/** Without the ending. A path has room for some 400 characters in SharePoint and 260 in old Windows programs. */
const longest = 100

/** A name that can be saved anywhere; what cannot stand in one becomes a hyphen. `ending` is such as `docx`. */
export function fileName(words: string, ending: string): string {
  const kept = [...legible(words).replace(refused, '-').replace(/\s+/g, ' ')].slice(0, longest).join('')
  return `${kept.replace(/^[ .~]+|[ .]+$/g, '') || 'dokument'}.${ending}`
}
