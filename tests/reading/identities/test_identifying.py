"""Who is the same who: names, descriptions and pronouns of one document, by their bearers."""

import pytest
from identified import groups

from furphy.model.document import SegmentKind

JOINED = [
    # Names of persons
    pytest.param(
        "President Vladimir Zelensky arrived in Kyiv. Volodymyr Zelenskyy met reporters."
        " Zelensky left at noon.",
        ["Vladimir Zelensky", "Volodymyr Zelenskyy", "Zelensky"],
        id="two romanisations and a surname",
    ),
    pytest.param(
        "Angela Merkel visited Paris. Mrs. Merkel returned on Monday.",
        ["Angela Merkel", "Merkel"],
        id="form of address",
    ),
    pytest.param(
        "Sergei Lavrov arrived in Geneva. Serhiy Lavrov left on Friday.",
        ["Sergei Lavrov", "Serhiy Lavrov"],
        id="one given name in two languages",
    ),
    pytest.param(
        "Sergei Lavrov arrived in Geneva. A letter of S. Lavrov was read there.",
        ["Sergei Lavrov", "S. Lavrov"],
        id="initial",
    ),
    pytest.param(
        "Joe Biden visited Warsaw. Joseph Biden met troops there.",
        ["Joe Biden", "Joseph Biden"],
        id="short given name",
    ),
    pytest.param(
        "Gen. Oleksandr Syrskyi visited Kharkiv. General Syrsky met soldiers there.",
        ["Oleksandr Syrskyi", "Syrsky"],
        id="rank and another spelling",
    ),
    pytest.param(
        "Aung San Suu Kyi visited London. Suu Kyi met students.",
        ["Aung San Suu Kyi", "Suu Kyi"],
        id="last two words of a name",
    ),
    pytest.param(
        "Xi Jinping arrived in Moscow. Mr. Xi met Vladimir Putin.",
        ["Xi Jinping", "Xi"],
        id="family name first",
    ),
    pytest.param(
        "Ban Ki-moon spoke in Geneva. Mr. Ban met ministers.",
        ["Ban Ki-moon", "Ban"],
        id="family name first, with a hyphen behind",
    ),
    pytest.param(
        "Frank-Walter Steinmeier came to Kyiv. Steinmeier met students.",
        ["Frank-Walter Steinmeier", "Steinmeier"],
        id="hyphen in a given name",
    ),
    pytest.param(
        "Ursula von der Leyen visited Bucha. Von der Leyen met the mayor.",
        ["Ursula von der Leyen", "Von der Leyen"],
        id="particles",
    ),
    pytest.param(
        "Angela Merkel's office was open. Merkel's aides were there.",
        ["Angela Merkel", "Merkel"],
        id="possessives",
    ),
    pytest.param(
        "Hillary Clinton and Bill Clinton visited Haiti. Mrs. Clinton gave a speech.",
        ["Hillary Clinton", "Clinton"],
        id="a form of address tells spouses apart",
    ),
    pytest.param(
        "Bill and Hillary Clinton visited Haiti. Bill Clinton gave a speech.",
        ["Bill Clinton", "Bill"],
        id="spouses with one surname between them",
    ),
    pytest.param(
        "Hillary Clinton gave a speech. Supporters cheered when Hillary waved.",
        ["Hillary Clinton", "Hillary"],
        id="given name alone",
    ),
    pytest.param(
        "George H.W. Bush visited Berlin. George Bush spoke there.",
        ["George H.W. Bush", "George Bush"],
        id="initials in the middle",
    ),
    pytest.param(
        "Ukrainian Foreign Minister Dmytro Kuleba arrived in Rome. Kuleba, 43, met the pope.",
        ["Dmytro Kuleba", "Kuleba"],
        id="a surname that was tagged as a place",
    ),
    pytest.param(
        "Yevgeny Prigozhin spoke in a video. Yevgeniy Prigozhyn gave no date.",
        ["Yevgeny Prigozhin", "Yevgeniy Prigozhyn"],
        id="both words spelled in two ways",
    ),
    # Names of bodies
    pytest.param(
        "The Organization for Security and Co-operation in Europe (OSCE) sent monitors."
        " The OSCE said the organization would stay.",
        [
            "Organization for Security and Co-operation in Europe",
            "OSCE",
            "OSCE",
            "the organization",
        ],
        id="abbreviation in brackets",
    ),
    pytest.param(
        "The International Atomic Energy Agency sent a team. The IAEA gave no date.",
        ["International Atomic Energy Agency", "IAEA"],
        id="abbreviation that nothing introduced",
    ),
    pytest.param(
        "The United Nations sent food. The U.N. asked for more.",
        ["United Nations", "U.N."],
        id="abbreviation with full stops",
    ),
    pytest.param(
        "The Ministry of Defence of Russia denied it."
        " Russia's Defence Ministry said that its forces had left.",
        ["Ministry of Defence of Russia", "Russia's Defence Ministry", "its"],
        id="a ministry and its country in another order",
    ),
    pytest.param(
        "The Ukrainian Ministry of Defence spoke of ten drones."
        " The Ukrainian Defense Ministry later spoke of nine.",
        ["Ukrainian Ministry of Defence", "Ukrainian Defense Ministry"],
        id="British and American spelling",
    ),
    pytest.param(
        "The World Health Organization opened an office. The World Health Organisation hired ten.",
        ["World Health Organization", "World Health Organisation"],
        id="ise and ize",
    ),
    pytest.param(
        "The Washington Post printed a map. The Post gave no source.",
        ["Washington Post", "Post"],
        id="last word of a newspaper's name",
    ),
    pytest.param(
        "The Kharkiv Regional Administration closed a road. The administration gave no reason.",
        ["Kharkiv Regional Administration", "The administration"],
        id="noun in the name",
    ),
    pytest.param(
        "The Security Service of Ukraine (SBU) detained a man. The service showed a video.",
        ["Security Service of Ukraine", "SBU", "The service"],
        id="abbreviation of another language",
    ),
    # Descriptions of bodies
    pytest.param(
        "Bloomberg reported a fire. The agency cited two officials.",
        ["Bloomberg", "The agency"],
        id="an outlet known as an agency",
    ),
    pytest.param(
        "The Ukrainska Pravda news portal wrote about a fire. The portal named no source.",
        ["Ukrainska Pravda news portal", "The portal"],
        id="a portal that the text calls so",
    ),
    pytest.param(
        "The state news agency Belta showed a map. The agency gave no date.",
        ["Belta", "The agency"],
        id="an agency that the text calls so before its name",
    ),
    pytest.param(
        "NATO sent ships. The alliance gave no number.", ["NATO", "The alliance"], id="alliance"
    ),
    pytest.param(
        "The BBC showed a video. The broadcaster could not verify it.",
        ["BBC", "The broadcaster"],
        id="broadcaster",
    ),
    pytest.param(
        "Reuters spoke to residents. The news agency saw smoke.",
        ["Reuters", "The news agency"],
        id="news agency",
    ),
    pytest.param(
        "The Federal Communications Commission met on Monday. The commission took no vote.",
        ["Federal Communications Commission", "The commission"],
        id="commission",
    ),
    pytest.param(
        "The Russian Ministry of Defence spoke of ten drones."
        " The Ukrainian Ministry of Defence spoke of six. The Russian ministry gave a map.",
        ["Russian Ministry of Defence", "The Russian ministry"],
        id="the country tells which ministry",
    ),
    # Units and channels
    pytest.param(
        "The 127th Motorised Rifle Division entered the village. The division lost tanks.",
        ["127th Motorised Rifle Division", "The division"],
        id="division",
    ),
    pytest.param(
        "The 127th Motorised Rifle Division entered the village."
        " Soldiers of the 127th Division raised a flag.",
        ["127th Motorised Rifle Division", "127th Division"],
        id="number and noun",
    ),
    pytest.param(
        "The 3rd Assault Brigade left the town. The 47th Brigade stayed. The 3rd Brigade rested.",
        ["3rd Assault Brigade", "3rd Brigade"],
        id="the number tells which brigade",
    ),
    pytest.param(
        "The Azov Regiment held the plant. The regiment asked for help.",
        ["Azov Regiment", "The regiment"],
        id="regiment with a name",
    ),
    pytest.param(
        "The Rybar Telegram channel showed a map. The channel gave no figures."
        " Rybar posted a video.",
        ["Rybar Telegram channel", "The channel", "Rybar"],
        id="channel",
    ),
    # Descriptions of persons
    pytest.param(
        "Maj. Gen. Kyrylo Budanov, head of HUR, spoke to reporters. The general gave no date."
        " The HUR chief left.",
        ["Kyrylo Budanov", "The general", "The HUR chief"],
        id="rank and office",
    ),
    pytest.param(
        "Mayor Vitali Klitschko visited the site. The mayor spoke to rescuers.",
        ["Vitali Klitschko", "The mayor"],
        id="office before the name",
    ),
    pytest.param(
        "Vitali Klitschko, the mayor of Kyiv, visited the site. The mayor spoke to rescuers.",
        ["Vitali Klitschko", "The mayor"],
        id="office behind the name",
    ),
    pytest.param(
        "The mayor of Kyiv, Vitali Klitschko, visited the site. The mayor of Kyiv saw smoke.",
        ["Vitali Klitschko", "The mayor of Kyiv"],
        id="office before a comma",
    ),
    pytest.param(
        "Sen. Bernie Sanders opened a school. The senator shook hands.",
        ["Bernie Sanders", "The senator"],
        id="shortened office",
    ),
    # Pronouns
    pytest.param(
        "Volodymyr Zelenskyy said that he was pleased.",
        ["Volodymyr Zelenskyy", "he"],
        id="he of whom the clause above is about",
    ),
    pytest.param(
        "Angela Merkel arrived in Kyiv on Monday. She met students.",
        ["Angela Merkel", "She"],
        id="she of the sentence before",
    ),
    pytest.param(
        "Angela Merkel met Emmanuel Macron in Berlin. She gave a dinner.",
        ["Angela Merkel", "She"],
        id="gender tells of whom",
    ),
    pytest.param(
        "Emmanuel Macron, who said he would return, left Berlin.",
        ["Emmanuel Macron", "he"],
        id="he of a relative clause",
    ),
    pytest.param(
        "When Emmanuel Macron arrived, he shook hands with students.",
        ["Emmanuel Macron", "he"],
        id="he behind a subordinate clause",
    ),
    pytest.param(
        "“I am pleased,” Angela Merkel said. “My visit was long.”",
        ["I", "Angela Merkel", "My"],
        id="I of who is quoted",
    ),
    pytest.param(
        "The Ukrainian Ministry of Defence said its soldiers were safe.",
        ["Ukrainian Ministry of Defence", "its"],
        id="its",
    ),
    pytest.param(
        "The New York Times reported that it had received a letter.",
        ["New York Times", "it"],
        id="it of whose report it is",
    ),
]


@pytest.mark.parametrize(("text", "mentions"), JOINED)
def test_mentions_of_one_bearer_are_joined(text: str, mentions: list[str]) -> None:
    found = [sorted(each) for each in groups(text).values()]
    assert sorted(mentions) in found, groups(text)


APART = [
    pytest.param(
        "George Bush visited Kuwait. Jeb Bush stayed in Florida.",
        ["George Bush", "Jeb Bush"],
        id="brothers",
    ),
    pytest.param(
        "Volodymyr Zelensky visited Rome. Olena Zelenska visited Paris.",
        ["Volodymyr Zelensky", "Olena Zelenska"],
        id="spouses with the endings of their genders",
    ),
    pytest.param(
        "Mr. Clinton visited Haiti. Mrs. Clinton visited Rome.",
        ["Clinton", "Clinton"],
        id="forms of address alone",
    ),
    pytest.param(
        "The Ministry of Defence of Russia denied it. The Ukrainian Ministry of Defence denied it.",
        ["Ministry of Defence of Russia", "Ukrainian Ministry of Defence"],
        id="ministries of two countries",
    ),
    pytest.param(
        "The 3rd Assault Brigade left the town. The 5th Assault Brigade stayed.",
        ["3rd Assault Brigade", "5th Assault Brigade"],
        id="two numbers",
    ),
    pytest.param(
        "The New York Times printed a map. The Washington Post printed a letter.",
        ["New York Times", "Washington Post"],
        id="two newspapers",
    ),
    pytest.param(
        "Donald Trump visited Ohio. The Trump Foundation gave money.",
        ["Donald Trump", "Trump Foundation"],
        id="a man and what bears his name",
    ),
    pytest.param(
        "The World Bank gave a loan. The World Health Organization gave advice.",
        ["World Bank", "World Health Organization"],
        id="bodies of the world",
    ),
]


@pytest.mark.parametrize(("text", "names"), APART)
def test_different_bearers_stay_apart(text: str, names: list[str]) -> None:
    assert [*groups(text)] == [*dict.fromkeys(names)]
    if len({*names}) == len(names):
        assert all(words == [name] for name, words in groups(text).items())


ALONE = [
    pytest.param(
        "TASS reported a fire. The ministry gave no comment.", "The ministry", id="no ministry"
    ),
    pytest.param(
        "The Kharkiv Regional Council met. The agency gave no comment.",
        "The agency",
        id="a council is no agency",
    ),
    pytest.param(
        "President Emmanuel Macron arrived. The president of the company met him.",
        "The president of the company",
        id="president of something else",
    ),
    pytest.param(
        "Former President Bill Clinton spoke. The president was in Ohio.",
        "The president",
        id="a former one is not the one",
    ),
    pytest.param(
        "Vice President Joe Biden spoke. The president was in Ohio.",
        "The president",
        id="the one below is not the one",
    ),
    pytest.param(
        "Attorney General Loretta Lynch spoke. The general was in Kabul.",
        "The general",
        id="a word that is a rank elsewhere",
    ),
    pytest.param(
        "Emmanuel Macron and Olaf Scholz met Joe Biden. Aides saw him leave.",
        "him",
        id="three men that him can be",
    ),
    pytest.param(
        "Washington said the talks had failed. George Washington was born in Virginia.",
        "Virginia",
        id="a place is nobody",
    ),
    pytest.param("A resident said he had heard a blast.", "he", id="he of somebody without a name"),
    pytest.param("“He told us to leave,” Angela Merkel said.", "He", id="a quoted woman's he"),
    pytest.param(
        "“He told us to leave,” Emmanuel Macron said.", "He", id="who is quoted is not his own he"
    ),
    pytest.param("It was raining when NATO met.", "It", id="it of the weather"),
]


@pytest.mark.parametrize(("text", "words"), ALONE)
def test_what_fits_nobody_is_left_alone(text: str, words: str) -> None:
    assert words not in [mention for each in groups(text).values() for mention in each]


def test_a_headline_names_who_the_text_names_in_full() -> None:
    text = "Zelensky Visits Rome\nVolodymyr Zelensky arrived in Rome on Friday."
    assert groups(text, SegmentKind.TITLE) == {
        "Volodymyr Zelensky": ["Zelensky", "Volodymyr Zelensky"]
    }


def test_a_quotation_that_goes_on_is_still_the_speakers() -> None:
    text = "“It rained for days,” Angela Merkel said. “Then I left.”"
    assert groups(text) == {"Angela Merkel": ["Angela Merkel", "I"]}
