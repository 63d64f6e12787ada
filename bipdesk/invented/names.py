"""Invented names from many backgrounds, put together so that none is a well-known person's."""

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Background:
    """Where a name comes from: given and family names, and a first language other than English."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    language: str = ""
    weight: int = 2
    """How often it occurs beside the others."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(","))


# Uncommon given names are paired with uncommon family names: no pair is known to belong to a public person.
PARTICIPANTS = (
    Background(
        _words("Aaron, Brent, Dwight, Garth, Kyle, Lyle, Orrin, Merle, Thaddeus, Wendell, Royce, Delbert"),
        _words("Pruett, Osgood, Ferriby, Marshfield, Brindley, Yarnold, Haverly, Tolleson, Wickett"),
        weight=9,
    ),
    Background(
        _words("Eliseo, Anselmo, Íñigo, Gaspar, Ezequiel, Fermín, Nicanor, Plácido, Evaristo"),
        _words("Núñez Ibarra, Zubieta, Peñalva, Argüello Sáenz, Urquijo, Cañedo, Olguín, Muñiz Rentería"),
        "Spanish",
        weight=5,
    ),
    Background(
        _words("Maȟpíya, Čhaské, Wíyaka, Čhetáŋ, Lloyd, Emmett, Alvin, Virgil"),
        _words("Good Voice, Long Feather, Runs Close, Grey Willow, Two Rivers, Yellow Plume, Walks Early"),
        "Lakota",
        weight=4,
    ),
    Background(
        _words("Wacław, Łucjan, Przemysław, Mścisław, Zbyszko, Bogumił, Żelisław"),
        _words("Źrebiec, Krzyżan, Brzęczek, Trzcina, Gąsiorek, Świderek, Żołądź"),
        "Polish",
    ),
    Background(
        _words("Bořivoj, Řehoř, Čestmír, Květoslav, Vítězslav, Zbyněk"),
        _words("Křepelka, Hřebíček, Žižlavka, Ouředníček, Štěrba, Vrběna"),
        "Czech",
    ),
    Background(
        _words("Ọláyínká, Adéṣọlá, Kọ́láwọlé, Babájídé, Ìdòwú, Fẹ́mi"),
        _words("Akínṣìlẹ̀, Ọdúnlámì, Fágbèmí, Ògúnrìndé, Ọ̀ṣúntókí"),
        "Yoruba",
    ),
    Background(
        _words("Tauqeer, Faizan, Shahzeb, Zeeshan, Waqas, Mubashir"),
        _words("Langrial, Qalandari, Gardezi, Kharal, Chughtani, Warsi"),
        "Urdu",
    ),
    Background(
        _words("Đức Thịnh, Hữu Phước, Quốc Vượng, Bảo Khuê, Trọng Nghĩa, Thiện Mỹ"),
        _words("Thạch, Phùng, Lưu, Đặng, Quách, Nghiêm"),
        "Vietnamese",
    ),
    Background(
        _words("Llŷr, Gethin, Iorwerth, Siôn, Emrys, Gwilym, Rhŷs"),
        _words("Prydderch, Trahaearn, Cadwgan, Ynyr, Gwalchmai, Prŷs"),
        weight=3,
    ),
    Background(
        _words("Øystein, Håkon, Sigbjørn, Åsmund, Torleiv"),
        _words("Bråtveit, Sjøvold, Nygårdshaug, Løkkebø, Ødegårdstuen"),
    ),
    Background(
        _words("Tuğrul, İlhami, Çetin, Şükrü, Görkem"),
        _words("Gümüşkaya, Özgüven, Çağıltay, Işıkhan, Öztürkmen"),
        "Turkish",
        weight=1,
    ),
)

# These share no word with those above: where such a name turns up, it tells from which side it came.
PARTNERS = (
    Background(
        _words("Loretta, Maribeth, Charlene, Twyla, Verna, Roxanne, Delphia"),
        _words("Applegarth, Quimby, Stannard, Holloman, Threlkeld, Bramhall"),
        weight=4,
    ),
    Background(
        _words("Odalys, Yesenia, Consuelo, Maricruz, Rocío"), _words("Villaseñor, Otxoa, Barrientos, Cepeda")
    ),
    Background(_words("Darlene, Germaine, Winnifred"), _words("Blue Stone, Bright Cedar, Stands Near")),
    Background(_words("Bożena, Grażyna, Małgorzata"), _words("Wróblewicz, Jaśkowiak, Sójka")),
    Background(_words("Ludmila, Jitka, Drahomíra"), _words("Sedláčková, Zemánková, Růžena")),
    Background(_words("Ọmọ́lará, Títílayọ̀, Yétúndé"), _words("Ọláníyan, Adébáyọ̀wá")),
    Background(_words("Shaista, Nusrat, Farzana"), _words("Khattakzai, Sehrawat, Mirzada")),
    Background(_words("Thu Hà, Bích Ngọc, Lệ Quyên"), _words("Doãn, Khổng, Tạ")),
    Background(_words("Bronwen, Eluned, Tegwen"), _words("Gwynfor, Penhallow, Maddox")),
)


@dataclass(frozen=True, slots=True)
class Name:
    """A full name and the language that goes with it."""

    given: str
    family: str
    language: str


def draw_name(random: Random, backgrounds: tuple[Background, ...]) -> Name:
    """Return one invented name."""
    background = random.choices(backgrounds, [b.weight for b in backgrounds])[0]
    return Name(random.choice(background.given), random.choice(background.family), background.language)


def draw_new_name(random: Random, backgrounds: tuple[Background, ...], taken: set[str]) -> Name:
    """Return a name of which no part is in `taken` yet, and note it; repeat parts when all are used up."""
    for _ in range(40):
        name = draw_name(random, backgrounds)
        if not taken & {name.given, name.family}:
            break
    taken |= {name.given, name.family}
    return name
