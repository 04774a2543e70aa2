/** Where it stood before; src/administration still imports it from here. */
export { londonWords } from '../release/london-words.ts'
