/** Names and addresses of this machine to itself. */
const HOSTS: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1', '[::1]'])

/** Whether a host to listen on is reached from this machine only. */
export const isLoopbackHost = (host: string): boolean => HOSTS.has(host.toLowerCase())

/** Whether the other end of a connection is on this machine. */
export const isLoopbackPeer = (address: string): boolean =>
  address === '::1' || /^(?:::ffff:)?127\.\d+\.\d+\.\d+$/.test(address)

/**
 * Whether a request names this machine as its host.
 *
 * A page from elsewhere can let its own name lead here (DNS rebinding); its
 * requests then still carry that name.
 */
export const namesLoopback = (hostHeader: string | undefined): boolean =>
  hostHeader !== undefined && isLoopbackHost(hostHeader.replace(/:\d+$/, ''))
