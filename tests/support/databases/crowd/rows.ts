import { messages } from './messages.ts'
import { at, WHEN, type Setting } from './moments.ts'

const TEXT = `concat('Mahallemizde ', n, '. kez su kesintisi var. Çeşmeden çamur akıyor, komşular da aynı durumda; ',
  'gereğinin yapılmasını ve tarafıma bilgi verilmesini rica ederim.')`
const ANSWER = `'Başvurunuz incelenmiş, gereği yapılmıştır. Bilgi için birimimizi arayabilirsiniz.'`

/** Everything that the application writes of the petitions in the plan, a statement a table or step. */
export function rowsOf(setting: Setting): string[] {
  return [
    petitions(setting),
    petitioners(setting),
    ...steps(setting),
    ...referrals(setting),
    ...readers(setting),
    ...messages(setting),
  ]
}

/** One in forty is urgent, and a third of those is so at once. */
const URGENCY = `case when n % 120 = 7 then 'atOnce' when n % 40 = 7 then 'soon' else 'ordinary' end`

function petitions(setting: Setting) {
  const { dialect, cast } = setting
  const since = `case when at_desk = 0 then ${at(setting, WHEN.charged)}
    when returns = 1 then ${at(setting, WHEN.returned)} else received_at end`
  const officer = cast.officers.get(cast.bureau.id) ?? null
  return `insert into petitions (id, authority_id, number, secret_digest, token_digest, content_digest,
      words_digest, kind, channel, stage, unit_id, unit_since, complained_unit_id, subject_id, text,
      place, locale, desk, circle, received_at, due_on, promise_reckoning_id,
      legal_due_on, legal_reckoning_id, outcome, concluded_at, received_by, notice_version, position, returns, version, urgency)
    select id, ${cast.catalogue.authority.id}, number, ${dialect.digest('n + 1')},
      ${dialect.digest('n + 20000000')}, ${dialect.digest('n + 40000000')},
      substr(${dialect.digest('n + 60000000')}, 1, 32), kind, channel, stage, unit_id, ${since},
      complained_unit_id, subject_id, ${TEXT}, 'Zeytinli Mahallesi', 'tr', desk, circle, received_at,
      promise_on, promise_reckoning, legal_on, legal_reckoning, outcome,
      case when ended = 1 then ${at(setting, WHEN.ended)} end,
      case when channel = 'desk' then ${officer} end, 1, position, returns, position, ${URGENCY}
    from crowd`
}

function petitioners({ cast }: Setting) {
  return `insert into petitioners (petition_id, authority_id, name, name_index, national_id, national_id_index, phone,
      phone_index, email, address, declines_texts)
    select id, ${cast.catalogue.authority.id}, name, name_index, national_id, national_id_index, phone, phone_index, crowd_people.email, address, 0
    from crowd join crowd_people on crowd_people.person = crowd.person`
}

function steps(setting: Setting) {
  const { bureau, external, officers } = setting.cast
  const desk = String(officers.get(bureau.id) ?? null)
  const step = (kind: string, stage: string, { position, when, where, ...of }: StepOf) =>
    `insert into steps (petition_id, position, kind, stage, officer_id, unit_id, outcome, public_text,
        taken_at)
      select id, ${position}, ${kind}, ${stage}, ${of.officer ?? 'officer_id'}, ${of.unit ?? 'unit'},
        ${of.outcome ?? 'null'}, ${of.text ?? 'null'}, ${when === 0 ? 'received_at' : at(setting, when)}
      from crowd where ${where}`
  const ofBureau = { officer: desk, unit: String(bureau.id) }
  const after = (more: number) => `before_charge + ${more}`
  const passed = (more: number) => `at_desk = 0 and position >= before_charge + ${more}`
  const { misled, returned, charged, started, submitted, ended } = WHEN
  return [
    step("'received'", "'received'", {
      ...{ position: '1', when: 0, where: '1 = 1', unit: String(bureau.id) },
      officer: `case when channel = 'desk' then ${desk} end`,
    }),
    step("'restricted'", "'received'", {
      ...{ position: '2', when: 0, where: 'narrow = 1', unit: String(bureau.id), officer: 'null' },
    }),
    step("'referred'", "'routed'", {
      ...{ position: '2 + narrow', when: misled, where: 'returns = 1', officer: desk },
      unit: 'earlier',
    }),
    step("'returned'", "'returned'", {
      ...{ position: '3 + narrow', when: returned, where: 'returns = 1', officer: 'null' },
      unit: 'earlier',
    }),
    step("'referred'", "'routed'", {
      ...{ position: after(1), when: charged, where: passed(1), officer: desk },
    }),
    step("'started'", "'inProgress'", { position: after(2), when: started, where: passed(2) }),
    step("'submitted'", "'awaitingApproval'", {
      ...{ position: after(3), when: submitted, where: passed(3) },
    }),
    step("'concluded'", "'concluded'", {
      ...{ position: after(4), when: ended, where: passed(4), outcome: 'outcome', text: ANSWER },
    }),
    step("'forwarded'", "'concluded'", {
      ...{ position: after(1), when: ended, where: "outcome = 'forwarded'", ...ofBureau },
      ...{ unit: String(external.id), outcome: 'outcome', text: ANSWER },
    }),
  ]
}

interface StepOf {
  position: string
  when: number
  where: string
  officer?: string
  unit?: string
  outcome?: string
  text?: string
}

function referrals(setting: Setting) {
  const { cast } = setting
  const desk = cast.officers.get(cast.bureau.id) ?? null
  const charged = (unit: string, when: number, where: string) =>
    `insert into referrals (petition_id, unit_id, officer_id, made_at)
     select id, ${unit}, ${desk}, ${at(setting, when)} from crowd where ${where}`
  return [
    charged('earlier', WHEN.misled, 'returns = 1'),
    `insert into returns (referral_id, petition_id, authority_id, officer_id, suggested_unit_id, reason, given_back_at)
     select referrals.id, crowd.id, ${cast.catalogue.authority.id}, ${desk}, null, 'Konu birimimizin görev alanında değildir.',
       ${at(setting, WHEN.returned)}
     from crowd join referrals on referrals.petition_id = crowd.id
     where returns = 1 and referrals.id > ${setting.highest.referrals}`,
    charged('unit', WHEN.charged, 'at_desk = 0'),
    `insert into forwardings (petition_id, authority_id, unit_id, officer_id, forwarded_at, waits_for)
     select id, ${cast.catalogue.authority.id}, ${cast.external.id}, ${desk},
       ${at(setting, WHEN.ended)}, case when n % 3 = 0 then 'number' else 'answer' end
     from crowd where outcome = 'forwarded'`,
  ]
}

/** Some gave it back; some had it before the present one and may see it still. */
function readers(setting: Setting) {
  const reader = (unit: string, when: number, until: string, where: string) =>
    `insert into petition_readers (petition_id, unit_id, since, until, received_at, stage, due_on,
       concluded_at, urgency)
     select id, ${unit}, ${at(setting, when)}, ${until}, received_at, stage, promise_on,
       case when ended = 1 then ${at(setting, WHEN.ended)} end, ${URGENCY} from crowd where ${where}`
  return [
    reader('earlier', WHEN.misled, at(setting, WHEN.returned), 'returns = 1'),
    reader('earlier', WHEN.misled, 'null', 'returns = 0 and at_desk = 0 and n % 37 = 0'),
    reader('unit', WHEN.charged, 'null', 'at_desk = 0'),
  ]
}
