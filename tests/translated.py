"""One report of an invented event in four languages, and which documents are translations."""

from collections.abc import Sequence

from evaluation.translation import translations as found
from furphy.model.derivation import Derivation
from furphy.tracing.corpus import in_order
from furphy.tracing.traced import Traced
from furphy.vectors.protocol import Vectors

ENGLISH = (
    "Residents of Rozhniv heard a loud blast at dawn on 9 November. Officials said that 34 families"
    " were moved to a school and 13 people were hurt. A drone had hit an oil depot 46 kilometres"
    " from Kosiv. Repairs will take 120 days and cost 2.5 million."
)
TRANSLATED = {
    "ru": "Жители Рожнова услышали громкий взрыв на рассвете 9 ноября. Власти сообщили, что 34"
    " семьи разместили в школе, пострадали 13 человек. Беспилотник попал в нефтебазу в 46"
    " километрах от Косова. Ремонт займёт 120 дней и обойдётся в 2,5 млн.",
    "uk": "Мешканці Рожнева почули гучний вибух на світанку 9 листопада. Влада повідомила, що 34"
    " родини розмістили у школі, постраждали 13 людей. Безпілотник влучив у нафтобазу за 46"
    " кілометрів від Косова. Ремонт триватиме 120 днів і коштуватиме 2,5 млн.",
    "zh": "11月9日黎明，罗日涅夫居民听到一声巨响。官员说，34个家庭被转移到一所学校，13人受伤。"
    "一架无人机击中了距科索夫46公里的一座油库。维修将需要120天，花费250万。",
}


def translations(
    documents: Sequence[Traced], vectors: Vectors | None
) -> tuple[list[Traced], list[Derivation]]:
    """Return the documents in order, and which are translations of which."""
    ordered = [documents[place] for place in in_order(documents)]
    return ordered, found(ordered, vectors)
