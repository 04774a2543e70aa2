import { HANDLERS } from './commands.ts'
import { type ComposeEvent, onCompose } from './on-compose.ts'
import { onSend, type SendEvent } from './on-send.ts'
import { surroundings } from './surroundings.ts'

/*
 * The file that Outlook starts for an event: in classic Outlook by itself, in a
 * runtime without a page; elsewhere from launch.html. The handlers are made
 * known at the top level, because bodies of Office.onReady do not run in the
 * first; and Office.onReady is called, because without it no event ever arrives
 * in the others.
 */

const sending = (event: SendEvent): Promise<void> => onSend(event, surroundings)
const composing = (event: ComposeEvent): Promise<void> => onCompose(event, surroundings)

Office.onReady()
Office.actions.associate(HANDLERS.OnMessageSend, sending)
Office.actions.associate(HANDLERS.OnMessageCompose, composing)
Office.actions.associate(HANDLERS.OnMessageAttachmentsChanged, composing)
Office.actions.associate(HANDLERS.OnMessageRecipientsChanged, composing)
