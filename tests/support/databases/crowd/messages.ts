import { at, WHEN, type Setting } from './moments.ts'

const CONCLUDED = "case when crowd.outcome = 'forwarded' then 'forwarded' else 'concluded' end"

/** Texts and e-mails of what was told; nearly all arrived, and of the others most were seen to. */
export function messages(setting: Setting) {
  const { cast } = setting
  const message = (
    event: string,
    channel: string,
    when: number,
    position: string,
    where: string
  ) => {
    const told = when === 0 ? 'crowd.received_at' : at(setting, when)
    const index = channel === 'sms' ? 'phone' : 'email'
    const failed = channel === 'sms' ? 'crowd.n % 97 = 0' : '1 = 0'
    return `insert into messages (authority_id, petition_id, step_id, event, channel, locale, recipient,
        recipient_index, version, state, placeholders, gateway, attempts, unanswered, priority,
        by_stranger, position, sent_at, final_at, missed_at, fault, expires_at, created_at)
      select ${cast.catalogue.authority.id}, crowd.id, steps.id, ${event}, '${channel}', 'tr', ${index},
        ${index}_index, 1, case when ${failed} then 'undeliverable' else 'delivered' end,
        concat('{"number":"', substr(number, 1, 2), ' ', substr(number, 3, 4), ' ', substr(number, 7, 4),
          '","dueOn":"', promise_on, '"}'), '${channel === 'sms' ? 'log' : 'mail'}', 1, 0,
        case when ${event} = 'received' then 1 else 2 end, 0, 0, ${told}, ${told},
        case when crowd.n % 388 = 0 and ${failed} then ${told} end,
        case when ${failed} then 'UNDELIV' end, ${told}, ${told}
      from crowd join crowd_people on crowd_people.person = crowd.person
      join steps on steps.petition_id = crowd.id and steps.position = ${position}
      where ${where}`
  }
  const { tellsLittle } = setting.batch
  const channels = tellsLittle ? ['sms'] : ['sms', 'email']
  const only = tellsLittle ? ' and ended = 0' : ''
  const told = channels.flatMap((channel) => [
    message("'received'", channel, 0, '1', tellsLittle ? 'ended = 0 and at_desk = 1' : '1 = 1'),
    message("'routed'", channel, WHEN.charged, 'before_charge + 1', `at_desk = 0${only}`),
    message(CONCLUDED, channel, WHEN.ended, 'crowd.position', 'ended = 1'),
  ])
  return [
    ...told,
    `insert into message_parts (message_id, gateway, remote_id, state, sent_at)
     select id, 'log', concat('c', id), state, sent_at from messages
     where id > ${setting.highest.messages} and channel = 'sms'`,
  ]
}
