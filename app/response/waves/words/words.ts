import { folded } from '#shared/folded_text'

/** Turkish changes what follows: five letters are the word for our purpose. */
const STEM = 5
/** What is longer is no word. */
const LONGEST = 24

/** What stands in any petition, about whoever writes, and asks for nothing; each by its beginning. */
const SAID_ANYWHERE = new Set(
  `ama ancak ve veya ile icin bir biz bizim ben bana beni de da ki bu su o cok daha diye gibi kadar
  sayin sayg kaymakamim valim yetkili merhaba selam selamun aleykum iyi gunler kolay gelsin
  tesekkur simdiden allah razi olsun lutfen rica arz ederim ederiz geregi gereginin yapilmasi
  yapilmasini saygilar yardim yardiminizi yardimlarinizi bekliyorum bekliyoruz istiyorum istiyoruz talep ediyorum
  adim ismim soyadim oturuyorum oturuyoruz oturmaktayim ikamet mahalle mahallesinde koyunde
  emekli emekliyim calismiyorum issiz issizim kirada kiraciyim esim cocuk annesi annesiyim babasi
  babasiyim hanimi hanimiyim ev evli evliyim bekar dul dulum yasinda yasindayim uc iki dort bes`
    .split(/\s+/)
    .map(stemOf)
)

/** A word of a text as it is compared. */
export interface Word {
  /** folded, without its ending behind an apostrophe */
  said: string
  stem: string
}

/** The words and numbers of a text in their order. */
export function wordsIn(text: string): Word[] {
  const plain = folded(text.replace(/['’]\p{L}{0,20}/gu, ''))
  const found = plain.match(/[a-z]{2,}|\d{2,}|\?/g) ?? []
  return found.map((said) => said.slice(0, LONGEST)).map((said) => ({ said, stem: stemOf(said) }))
}

export function isSaidAnywhere({ stem }: Word) {
  return SAID_ANYWHERE.has(stem)
}

function stemOf(word: string) {
  const hard: Record<string, string> = { g: 'k', b: 'p', d: 't' }
  return word.slice(0, STEM).replace(/[gbd]$/, (sound) => hard[sound]!)
}
