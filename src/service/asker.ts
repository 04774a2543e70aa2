import type { FastifyReply, FastifyRequest, onRequestAsyncHookHandler } from 'fastify'
import { problem, sendProblem, TITLES } from './door/problem.ts'
import type { Identify, Person, Role } from './identity.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, once that is found out. */
    asker: Person | null
  }
}

const WHO = { en: 'Who is asking?', cy: 'Pwy sy’n gofyn?' }

const isEnough = (has: Role, needed: Role): boolean => has === 'administrator' || has === needed

/** Lets only those in who have the role, before anything of the body is read. */
export function onlyFor(role: Role, identify: Identify): onRequestAsyncHookHandler {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const asker = await identify(request)
    if (asker.kind === 'unidentified') {
      reply.header('www-authenticate', 'Bearer')
      return sendProblem(reply, problem(401, 'unidentified', WHO, asker.because))
    }
    request.asker = asker
    if (isEnough(asker.role, role)) return
    const who = `${asker.name} (${asker.address})`
    return sendProblem(
      reply,
      problem(403, 'not-allowed', TITLES.notAllowed, {
        en: `${who} is ${asker.role}: only an ${role} may do this.`,
        cy: `Nid yw ${who} yn weinyddwr: dim ond gweinyddwr gaiff wneud hyn.`,
      }),
    )
  }
}

/** Who asks, in a route behind `onlyFor`. */
export function askerOf(request: FastifyRequest): Person {
  if (request.asker === null) throw new TypeError('request: nobody was asked who they are')
  return request.asker
}
