import { expect, it } from 'vitest'
import { fileFailure, startFailureSentence } from '../../src/service/start-failure.ts'

it.each([
  [
    'EACCES',
    '/data cannot be used (permission denied): give this user the right to it, or start as the user who made it.',
  ],
  ['ENOTDIR', '/data cannot be used (a file of that name is in the way): name another place for the data.'],
  ['ENOENT', '/data cannot be used (there is no such place): name another place for the data.'],
  ['EROFS', '/data cannot be used (the disk is read-only): name another place for the data.'],
  ['ENOSPC', 'The disk that holds /data is full: make room and start again.'],
  ['EDQUOT', 'The disk that holds /data is full: make room and start again.'],
])('what the system calls %s is said in words, with what to do', (code, sentence) => {
  const fault = Object.assign(new Error('as the system says it'), { code })
  expect(startFailureSentence(fileFailure('/data', fault))).toBe(sentence)
})
