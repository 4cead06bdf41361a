/**
 * What people take for a password before anything else: words, names, clubs, cities and rows of keys,
 * folded. Written down here from what lists of commonest passwords are made of everywhere; with a year or
 * some digits behind them, and one after another, they stand for hundreds of thousands of passwords.
 */
export const COMMON_WORDS: readonly string[] = `
password passwort passw0rd pass parola parolam sifre sifrem sifreyok parolayok gizli anahtar giris login
logon user kullanici admin administrator yonetici root system sistem server guest misafir master manager
mudur memur gorevli personel test testing deneme demo default secret access letmein welcome hosgeldin
merhaba selam hello hi changeme degistir yeni new eski old temp gecici windows linux internet computer
bilgisayar laptop mobil telefon samsung iphone nokia google facebook instagram twitter youtube whatsapp
hotmail gmail yahoo microsoft oracle pokemon starwars superman batman spiderman matrix naruto minecraft
football baseball basketball soccer futbol basketbol voleybol monkey dragon tiger lion eagle panther
shadow sunshine princess prenses prens love lover iloveyou seniseviyorum seviyorum seni askim ask sevgi
sevgili sevgilim canim canimsin hayatim hayat bitanem birtanem tatlim melek melegim bebek bebegim kral
kralice patron reis baba babam anne annem oglum kizim ailem dost dostum arkadas kardes kardesim abi abla
dede nine allah allahim bismillah muhammed islam vatan millet bayrak turkiye turkey turk turkum turkler
ataturk mustafakemal kemalataturk cumhuriyet ankara istanbul izmir bursa antalya adana konya gaziantep
sanliurfa kocaeli mersin diyarbakir hatay manisa kayseri samsun balikesir kahramanmaras van aydin denizli
sakarya tekirdag mugla eskisehir mardin malatya trabzon erzurum ordu afyon sivas tokat elazig zonguldak
batman kutahya canakkale osmaniye corum isparta giresun aksaray yozgat edirne duzce mus kastamonu rize
usak kirklareli nigde bitlis amasya siirt bolu nevsehir hakkari kars kirikkale bingol burdur karaman
karabuk yalova kirsehir sirnak erzincan bilecik sinop igdir bartin cankiri artvin gumushane kilis ardahan
tunceli bayburt edremit ayvalik bandirma karesi altieylul galatasaray gala cimbom cimbombom aslan aslanlar
ultraslan sarikirmizi fenerbahce fener fenerli kanarya sarilacivert genc besiktas carsi kartal kartallar
karakartal siyahbeyaz trabzonspor bordomavi firtina goztepe karsiyaka bursaspor ankaragucu sampiyon
champion ahmet mehmet mustafa ali hasan huseyin ibrahim ismail osman omer yusuf murat emre burak can cem
ozan serkan hakan volkan onur ugur kemal recep ramazan halil suleyman kadir fatih selim orhan bulent
levent tolga kaan kerem eren emir mert berk baris deniz umut yasin furkan enes batuhan ayse fatma emine
hatice zeynep elif meryem serife sultan zehra hulya ozlem sevgi songul dilek yasemin esra merve busra
kubra gizem buse ebru pinar asli burcu derya sibel nurcan gul gulsum melike selin irem ece defne nehir
azra michael michelle daniel jordan andrew charlie thomas robert jessica ashley jennifer nicole hunter
ranger killer ninja mustang harley corvette ferrari mercedes bmw audi porsche renault megane toyota honda
yamaha ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik pazartesi sali carsamba
persembe cuma cumartesi pazar ilkbahar yaz sonbahar kis spring summer autumn winter january february
march april june july august september october november december monday friday sunday kirmizi yesil mavi
sari siyah beyaz mor turuncu lacivert black white red blue green purple orange silver golden altin gumus
elma armut karpuz portakal limon cilek muz kiraz banana cherry apple chocolate cikolata cookie coffee kahve
cay su ekmek kedi kedim kopek kopegim kus balik at arslan kaplan kurt bozkurt asena kelebek cicek papatya
lale menekse gunes ay yildiz yildizlar dunya cennet deniz okyanus dag bulut yagmur kar ates flower rose
butterfly angel heaven star stars moon sun world ocean music muzik gitar guitar piyano rock metal rap
hiphop football1 trustno1 whatever nothing hicbirsey bilmiyorum unuttum unutma hatirla neden nicin evet
hayir tamam okey please lutfen tesekkur thanks abc abcd qwe qwer qwert qwerty qwertyuiop qazwsx qweasd
asd asdf asdfg asdfgh zxc zxcv zxcvbn iyi guzel super mukemmel harika bir iki uc dort bes alti yedi sekiz
dokuz on yuz bin one two three four five six seven eight nine ten hundred acik kapi acikkapi kapiacik
basvuru dilekce vatandas devlet hukumet konak konagi memleket il ilce belediye kaymakam kaymakamlik
kaymakamligi vali valilik valiligi mudurluk mudurlugu birim buro masa nufus tapu maliye tarim egitim saglik
emniyet jandarma polis asker komutan ogretmen doktor muhendis avukat hakim savci correct horse battery
staple thisismy mypassword benim bizim senin onun my your our the this is and ile ve
`
  .trim()
  .split(/\s+/)
