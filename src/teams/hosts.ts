/** Whom the bot talks to over the network: nobody else, whatever an activity or a stored row says. */
type Hosts = { protocol: 'https:' | 'http:'; names: RegExp }

/** Where Teams takes replies. The bot's token goes to the service URL, so it goes nowhere else. */
const teamsServices: Hosts = {
  protocol: 'https:',
  names:
    /^(smba\.trafficmanager\.net|smba\.infra\.gcc\.teams\.microsoft\.com|[a-z0-9-]+(\.[a-z0-9-]+)*\.botframework\.com)$/,
}

/**
 * Where the files of a personal chat lie: a OneDrive, one name under sharepoint.com such as `kommune-my`. Both what is
 * fetched and what is put there has its address here; other hosts of Microsoft's serve previews and pictures.
 */
const fileStores: Hosts = { protocol: 'https:', names: /^[a-z0-9-]+\.sharepoint\.com$/ }

const here: Hosts = { protocol: 'http:', names: /^(localhost|127\.0\.0\.1)$/ }

export const isTeamsService = (url: string, servicesHere: boolean): boolean =>
  isAmong(servicesHere ? here : teamsServices, url)

/** No token is sent there: the addresses that Teams gives open by themselves. */
export const isFileStore = (url: string, servicesHere: boolean): boolean =>
  isAmong(servicesHere ? here : fileStores, url)

function isAmong({ protocol, names }: Hosts, url: string): boolean {
  const at = URL.parse(url)
  if (at?.protocol !== protocol || !names.test(at.hostname)) return false
  // Services on this machine have whatever port was free; Microsoft's have the usual one.
  return at.username === '' && at.password === '' && (protocol === 'http:' || at.port === '')
}
