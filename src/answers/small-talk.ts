/** What people say to anyone, and is no question about procurement. Told by the whole message, never by a part of it. */
const lines = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s*\n\s*/))

const help = lines(`
  hjelp
  hjelp meg
  help
  help me
  start
  meny
  menu
  hei
  hei hei
  heisann
  hallo
  hello
  hi
  god dag
  god morgen
  god morgon
  good morning
  hva kan du
  kva kan du
  hva kan du hjelpe med
  hva kan jeg spørre om
  hvem er du
  kven er du
  what can you do
  who are you`)

const thanks = lines(`
  takk
  tusen takk
  mange takk
  takk for hjelpen
  takk for hjelpa
  takk for hjelp
  takk skal du ha
  ok
  ok takk
  nei takk
  thanks
  thank you`)

export function smallTalk(text: string): 'help' | 'thanks' | undefined {
  const said = (text.toLowerCase().match(/\p{L}+/gu) ?? []).join(' ')
  if (help.has(said) || /^\?+$/.test(text.trim())) return 'help'
  return thanks.has(said) ? 'thanks' : undefined
}
