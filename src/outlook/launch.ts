import { HANDLERS } from './commands.ts'
import { newMemory } from './draft-memory.ts'
import { type ComposeEvent, checkOrReport, onCompose } from './on-compose.ts'
import { onSend, type SendEvent } from './on-send.ts'
import { surroundings } from './surroundings.ts'
import { watchBody } from './watch-body.ts'

/*
 * The file that Outlook starts for an event: in classic Outlook by itself, in a
 * runtime without a page; elsewhere from launch.html. The handlers are made
 * known at the top level, because bodies of Office.onReady do not run in the
 * first; and Office.onReady is called, because without it no event ever arrives
 * in the others.
 */

/** What this page has read of the message in hand. */
const memory = newMemory()
const sending = (event: SendEvent): Promise<void> => onSend(event, surroundings, memory)
const composing = (event: ComposeEvent): Promise<void> => {
  watchBody(surroundings().item, () => void checkOrReport(surroundings, memory))
  return onCompose(event, surroundings, memory)
}

Office.onReady()
Office.actions.associate(HANDLERS.OnMessageSend, sending)
Office.actions.associate(HANDLERS.OnAppointmentSend, sending)
Office.actions.associate(HANDLERS.OnMessageCompose, composing)
Office.actions.associate(HANDLERS.OnMessageAttachmentsChanged, composing)
Office.actions.associate(HANDLERS.OnMessageRecipientsChanged, composing)
Office.actions.associate(HANDLERS.OnNewAppointmentOrganizer, composing)
Office.actions.associate(HANDLERS.OnAppointmentAttachmentsChanged, composing)
Office.actions.associate(HANDLERS.OnAppointmentAttendeesChanged, composing)
