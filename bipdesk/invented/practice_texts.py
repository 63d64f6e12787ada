"""What the invented participants bring: chains of events, control logs, skills. Nobody is named."""

from dataclasses import dataclass

from bipdesk.domain.chain import Chain, ChoicePoint, Link, WayOut
from bipdesk.domain.control_log import Denial
from bipdesk.domain.skill import Setting


@dataclass(frozen=True, slots=True)
class InventedChain:
    """A chain with what followed."""

    situation: str
    chain: Chain
    her: str
    children: str
    staff: str
    step_code: str


CHAINS = (
    InventedChain(
        "Saturday evening: stood in the kitchen door and shouted",
        Chain(
            (
                Link(
                    1,
                    "Came home late from the yard. Supper was cold.",
                    "She could have waited for me.",
                    ("respect",),
                    ("anger", "hurt"),
                    "",
                    "Said nothing, slammed the fridge.",
                ),
                Link(
                    2,
                    "She asked where the money for the boiler had gone.",
                    "Nobody asks me that in my own house.",
                    ("decide", "right"),
                    ("control", "shame"),
                    "cornered",
                    "Got up and raised my voice.",
                    ChoicePoint(
                        "Say that I need ten minutes, go to the shed, come back at eight.", "time-out"
                    ),
                ),
                Link(
                    3,
                    "She turned to go up to the children.",
                    "She walks off to make me look small.",
                    ("on-purpose",),
                    ("anger", "fear"),
                    "",
                    "Stood in the door with my arm across it.",
                    ChoicePoint("Step aside and let her go up.", "accept-no"),
                ),
                Link(
                    4,
                    "The younger one was crying on the stairs.",
                    "It is not as bad as they make it.",
                    ("not-so-bad", "her-fault"),
                    ("shame",),
                    "",
                    "Shouted that all this was her doing. Stopped when the neighbour knocked.",
                ),
            ),
            WayOut(
                2,
                "I say “I am going out, I am back at eight”, leave the telephone on the table, walk to the "
                "bridge and back, and then answer about the money.",
            ),
        ),
        "She was afraid to pass me. She has not asked about money since.",
        "They heard all of it. The younger one stays in the other room when I come in.",
        "Names the door himself this time. Still says “made me look small”; we come back to link 3.",
        "foundation-3",
    ),
    InventedChain(
        "The evening of the school meeting: took her car keys",
        Chain(
            (
                Link(
                    1,
                    "She said that she would go to the meeting alone.",
                    "So I am not good enough to be seen there.",
                    ("respect",),
                    ("inadequacy", "jealousy"),
                    "",
                    "Asked who else was going, three times.",
                    ChoicePoint("Take her answer the first time.", "accept-no"),
                ),
                Link(
                    2,
                    "She put her coat on.",
                    "Then she shall not go at all.",
                    ("decide", "belongs"),
                    ("control", "jealousy"),
                    "",
                    "Put her keys in my pocket and said that I had not seen them.",
                    ChoicePoint("Put them back and say that I am jealous.", "own-up"),
                ),
                Link(
                    3,
                    "She looked for them until it was too late to go.",
                    "That settles it.",
                    ("right",),
                    ("shame", "loneliness"),
                    "",
                    "Watched television as if nothing had happened.",
                ),
            ),
            WayOut(1, "I ask once. Then I do the dishes and call my brother instead of asking again."),
        ),
        "She missed the meeting and had to lie about why.",
        "The older one knew where the keys were.",
        "",
        "thinking-1",
    ),
    InventedChain(
        "Sunday: broke the cupboard door",
        Chain(
            (
                Link(
                    1,
                    "Lay awake because of the letter from the bank.",
                    "It all hangs on me.",
                    (),
                    ("worry", "inadequacy"),
                    "",
                    "Told nobody.",
                    ChoicePoint("Show her the letter in the morning.", "ask-help"),
                ),
                Link(
                    2,
                    "The children were loud at breakfast.",
                    "They do it because nobody stops them.",
                    ("her-fault",),
                    ("anger",),
                    "",
                    "Hit the cupboard with my fist. The door split.",
                    ChoicePoint("Go outside at the first sign: my jaw.", "notice"),
                ),
            ),
        ),
        "She took the children to her mother's for the day.",
        "They did not eat. The little one asked if I was going to hit the dog.",
        "No way out named yet: begin there next time.",
        "foundation-4",
    ),
)


@dataclass(frozen=True, slots=True)
class InventedLog:
    """A control log, in the order of the sheet."""

    situation: str
    action: str
    intent: str
    thoughts: tuple[str, ...]
    feelings: tuple[str, ...]
    denials: frozenset[Denial]
    denial: str
    effects: tuple[str, str, str]
    """On her, on the children, on himself."""
    past: str
    differently: str
    skill: str


LOGS = (
    InventedLog(
        "She came home an hour later than I had expected.",
        "Went through her telephone while she was in the shower and asked about every message.",
        "To know where she had been, and that she does not go again.",
        ("decide", "belongs"),
        ("jealousy", "fear"),
        frozenset({Denial.MINIMISED, Denial.BLAMED}),
        "Said that everybody does it, and that being late is asking for it.",
        (
            "She handed it over without a word. She did not go out the week after.",
            "The older one asked why I had her telephone.",
            "Felt sick, and still did not believe her.",
        ),
        "In spring I broke her old telephone against the wall. So she did not say no.",
        "Say that I was worried, listen to what she says, and leave the telephone where it is.",
        "self-talk",
    ),
    InventedLog(
        "We had guests and she told a story about me.",
        "Looked at her until she stopped, and did not speak to her for two days.",
        "That she never does that again.",
        ("respect",),
        ("shame", "anger"),
        frozenset({Denial.DENIED}),
        "When she asked, I said that nothing was the matter.",
        ("She apologised for something that was funny.", "They were quiet at supper.", "Lonely, and right."),
        "",
        "Laugh with them, or tell her the day after what hurt me about it.",
        "own-up",
    ),
    InventedLog(
        "She wanted to take the job at the clinic.",
        "Worked out in front of her what the petrol would cost until she gave up.",
        "To keep things as they are.",
        ("right", "give-way"),
        ("worry", "control"),
        frozenset(),
        "",
        ("She has not mentioned it again.", "", "I got my way and it does not feel good."),
        "She knows how I get when money is talked about.",
        "Ask what she would like, and do the sums with her.",
        "negotiate",
    ),
    InventedLog(
        "Handing over the children on Friday.",
        "Came an hour late on purpose, so that she would have to wait.",
        "To show her what it is like.",
        ("on-purpose",),
        ("anger", "hurt"),
        frozenset({Denial.MINIMISED}),
        "It was only an hour.",
        ("She missed her bus.", "They stood in the hall with their coats on.", "Pleased, then ashamed."),
        "",
        "Be there at five, say good evening, and go.",
        "notice",
    ),
)


@dataclass(frozen=True, slots=True)
class InventedTry:
    """One time that a skill was practised."""

    skill: str
    setting: Setting
    went: str
    helped: str = ""
    next_try: str = ""


TRIES = (
    InventedTry(
        "time-out",
        Setting.HOME,
        "Said that I needed twenty minutes and went to the shed. Came back when I had said. "
        "We did not finish the talk, but nobody shouted.",
        "I had told her the week before how it works and that she can say no to it.",
        "Go at the first sign, not at the fourth.",
    ),
    InventedTry(
        "listening",
        Setting.GROUP,
        "Said back what the other man had told. Got it wrong the first time, right the second.",
        "Looking at him and not at the floor.",
        "At supper: one question, no advice.",
    ),
    InventedTry(
        "notice",
        Setting.ONE_TO_ONE,
        "Found three signs: jaw, hands, and the sentence “here we go”.",
        "Walking through last Friday minute by minute.",
        "Write the signs on a card for the truck.",
    ),
    InventedTry(
        "accept-no",
        Setting.HOME,
        "She said no to the weekend. I asked again once. Then I stopped.",
        "",
        "Stop before the second question.",
    ),
    InventedTry(
        "time-out",
        Setting.HOME,
        "Left in time, but drove off too fast. That was not a time-out, that was a threat.",
        "Saying so in the group.",
        "On foot, and the keys stay on the hook.",
    ),
    InventedTry(
        "own-up",
        Setting.GROUP,
        "Told the evening with the keys without “but”. It took three starts.",
        "Nobody laughed.",
        "The same to my brother.",
    ),
)
