import { card, text, title } from '../kit/card.ts'
import { speaker } from '../kit/say.ts'
import { askSection, showItem } from './actions.ts'
import { type Boundary, explainedBy } from './boundary.ts'
import type { Presented } from './present.ts'
import type { Showing } from './shown.ts'
import { titleOn } from './source.ts'

/** What is not done for anybody: that, why, and where to go. */
export function boundaryCard(boundary: Boundary, question: string | undefined, showing: Showing): Presented {
  const { knowledge, language, day, say: sayAnswer } = showing
  const say = speak(language)
  const refused = say(boundary)
  return {
    text: refused,
    citations: [],
    card: card(
      [title(refused), text(say(`${boundary}.why`))],
      [
        ...explainedBy[boundary]
          .flatMap((id) => knowledge.item(id) ?? [])
          .map((item) => showItem.button(titleOn(item, day), { item: item.id, question })),
        question === undefined ? undefined : askSection.button(sayAnswer('askSection'), { question }),
      ],
    ),
  }
}

const speak = speaker({
  split: {
    nb: 'Du kan ikke dele opp et kjøp for å komme under en grense. Det hjelper jeg ikke med.',
    nn: 'Du kan ikkje dele opp eit kjøp for å kome under ei grense. Det hjelper eg ikkje med.',
    en: 'You may not split a purchase to stay below a limit. I cannot help with that.',
  },
  'split.why': {
    nb: 'Alt som hører sammen, legges sammen, også på flere fakturaer og for flere enheter. Innkjøpsseksjonen kan hjelpe deg med riktig framgangsmåte.',
    nn: 'Alt som høyrer saman, blir lagt saman, også på fleire fakturaer og for fleire einingar. Innkjøpsseksjonen kan hjelpe deg med rett framgangsmåte.',
    en: 'Everything that belongs together is added up, also on several invoices and for several units. The procurement section can help you do it the right way.',
  },
  urgent: {
    nb: 'At det haster, er sjelden nok til å kjøpe direkte. Det kan bare innkjøpsseksjonen avgjøre.',
    nn: 'At det hastar, er sjeldan nok til å kjøpe direkte. Det kan berre innkjøpsseksjonen avgjere.',
    en: 'Being in a hurry is seldom enough to buy directly. Only the procurement section can decide that.',
  },
  'urgent.why': {
    nb: 'Situasjonen må være uforutsett og ikke skyldes dårlig planlegging. Er liv, helse eller store verdier i fare, les rutinen for hasteanskaffelser nå.',
    nn: 'Situasjonen må vere uventa og ikkje komme av dårleg planlegging. Er liv, helse eller store verdiar i fare, les rutinen for hasteinnkjøp no.',
    en: 'It must be unforeseen and not due to poor planning. If life, health or great values are at risk, read the routine for urgent purchases now.',
  },
  best: {
    nb: 'Jeg velger ikke leverandør og sier ikke hvem som er best.',
    nn: 'Eg vel ikkje leverandør og seier ikkje kven som er best.',
    en: 'I do not choose suppliers or say who is best.',
  },
  'best.why': {
    nb: 'Finnes det en rammeavtale, sier den hvem du skal spørre. Skriv hva du skal kjøpe, så finner jeg avtalen. Uten avtale avgjør konkurransen.',
    nn: 'Finst det ein rammeavtale, seier han kven du skal spørje. Skriv kva du skal kjøpe, så finn eg avtalen. Utan avtale avgjer konkurransen.',
    en: 'If there is a framework agreement, it says whom to ask. Write what you want to buy, and I will find it. Without one, the competition decides.',
  },
  approve: {
    nb: 'Jeg kan ikke godkjenne kjøp eller signere noe.',
    nn: 'Eg kan ikkje godkjenne kjøp eller signere noko.',
    en: 'I cannot approve purchases or sign anything.',
  },
  'approve.why': {
    nb: 'Det gjør den som har fullmakt, som regel lederen din. Rutinen for fullmakter viser hvem.',
    nn: 'Det gjer den som har fullmakt, som regel leiaren din. Rutinen for fullmakter viser kven.',
    en: 'That is for whoever has authority, usually your manager. The routine for authority shows who.',
  },
  prices: {
    nb: 'Jeg viser ikke priser eller tilbud fra andre leverandører.',
    nn: 'Eg viser ikkje prisar eller tilbod frå andre leverandørar.',
    en: 'I do not show prices or bids from other suppliers.',
  },
  'prices.why': {
    nb: 'De kan være forretningshemmeligheter. Innkjøpsseksjonen vurderer krav om innsyn.',
    nn: 'Dei kan vere forretningsløyndomar. Innkjøpsseksjonen vurderer krav om innsyn.',
    en: 'They may be trade secrets. The procurement section considers requests for access.',
  },
  evade: {
    nb: 'Jeg kan ikke si om akkurat dette er lovlig, og jeg hjelper ingen forbi reglene.',
    nn: 'Eg kan ikkje seie om akkurat dette er lovleg, og eg hjelper ingen forbi reglane.',
    en: 'I cannot say whether this particular case is legal, and I help nobody around the rules.',
  },
  'evade.why': {
    nb: 'Beskriv kjøpet med beløp, så viser jeg hvilke regler som gjelder. Innkjøpsseksjonen vurderer det enkelte tilfellet.',
    nn: 'Skildre kjøpet med beløp, så viser eg kva reglar som gjeld. Innkjøpsseksjonen vurderer det einskilde tilfellet.',
    en: 'Describe the purchase with an amount, and I will show which rules apply. The procurement section judges the individual case.',
  },
} as const)
