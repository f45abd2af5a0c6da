"""What quantities are read in a sentence, written ``words: meaning``.

A meaning is a number (``12``), its bounds (``3-5``, ``12+``, ``<12``) or ``?`` where the words tell
none; ``~`` before it is "about". Then come the unit, ``of`` what is counted, and ``!`` what befell
those counted.
"""

import pytest
from papers import document

from furphy.model.quantity import Modifier, Quantity
from furphy.reading.parsing import parsing
from furphy.reading.quantities import quantities
from furphy.reading.stage import Draft, run

COUNTS = {
    "Some 40,000 Cuban volunteers fought there.": "Some 40,000: ~40000 of Cuban volunteers",
    "The unit lost 12 soldiers.": "12: 12 of soldiers",
    "Police counted 1,200 marchers.": "1,200: 1200 of marchers",
    "Police counted 12,345,678 leaflets.": "12,345,678: 12345678 of leaflets",
    "Rescuers took in 1\u00a0200 stray dogs.": "1\u00a0200: 1200 of stray dogs",
    "Rescuers took in 40\u202f000 birds.": "40\u202f000: 40000 of birds",
    "The depot held 1 200 shells.": "1 200: 1200 of shells",
    "Fifteen houses burned.": "Fifteen: 15 of houses",
    "Twenty-three houses burned.": "Twenty-three: 23 of houses",
    "A hundred and five houses burned.": "A hundred and five: 105 of houses",
    "One hundred and five houses burned.": "One hundred and five: 105 of houses",
    "Twenty-three thousand tents were sent.": "Twenty-three thousand: 23000 of tents",
    "They sent two hundred and fifty thousand blankets.": (
        "two hundred and fifty thousand: 250000 of blankets"
    ),
    "Two dozen houses burned.": "Two dozen: 24 of houses",
    "A dozen houses burned.": "A dozen: 12 of houses",
    "Half a dozen houses burned.": "Half a dozen: 6 of houses",
    "A half-dozen houses burned.": "A half-dozen: 6 of houses",
    "A couple of houses burned.": "A couple: ~2 of houses",
    "A pair of drones crossed the river.": "A pair: 2 of drones",
    "A score of houses burned.": "A score: 20 of houses",
    "A million people live in the city.": "A million: 1000000 of people",
    "Half a million people live in the city.": "Half a million: 500000 of people",
    "A quarter of a million people live there.": "A quarter of a million: 250000 of people",
    "Two and a half million people live there.": "Two and a half million: 2500000 of people",
    "About 2.5 million people live there.": "About 2.5 million: ~2500000 of people",
    "About 1.5m people live there.": "About 1.5m: ~1500000 of people",
    "About 5k people live there.": "About 5k: ~5000 of people",
    "It fired 3 cruise missiles.": "3: 3 of cruise missiles",
    "It fired 36 Iskander missiles.": "36: 36 of Iskander missiles",
    "The army lost two T-72 tanks.": "two: 2 of T-72 tanks",
    "The unit gave up 20 of its tanks.": "20: 20 of tanks",
    "Twelve of the drones came down.": "Twelve: 12 of drones",
    "About 300 others fled.": "About 300: ~300 of others",
    "Seven ships and three boats left port.": "Seven: 7 of ships; three: 3 of boats",
    "There were 40 armed men in the hall.": "40: 40 of armed men",
    "The ministry had ordered 14 new patrol boats.": "14: 14 of new patrol boats",
    "A 40-strong unit held the bridge.": "40: 40 of unit",
    "A nine-story building fell.": "nine: 9 of story",
    "A 12-member crew was saved.": "12: 12 of member",
    "Zero drones were seen.": "Zero: 0 of drones",
    "In 2022, 300 buses left.": "300: 300 of buses",
    "They found 2000 mines.": "2000: 2000 of mines",
    "The council bought 1½ million masks.": "1½ million: 1500000 of masks",
    "More than 3,500 Tennessee athletes came.": "More than 3,500: 3500+ of Tennessee athletes",
    "The count of parcels rose to 10.": "10: 10",
    "Three of them came home.": "Three: 3",
    "The number of ships rose from 13 to 19.": "13: 13; 19: 19",
    "The plant has 500 staff.": "500: 500 of staff",
    "One ship sank.": "One: 1 of ship",
}

BOUNDS = {
    "About 300 houses burned.": "About 300: ~300 of houses",
    "Around 300 houses burned.": "Around 300: ~300 of houses",
    "Roughly 300 houses burned.": "Roughly 300: ~300 of houses",
    "Nearly 300 houses burned.": "Nearly 300: ~300 of houses",
    "Almost 300 houses burned.": "Almost 300: ~300 of houses",
    "Close to 300 houses burned.": "Close to 300: ~300 of houses",
    "Approximately three hundred houses burned.": "Approximately three hundred: ~300 of houses",
    "An estimated 300 houses burned.": "An estimated 300: ~300 of houses",
    "Some 300 houses burned.": "Some 300: ~300 of houses",
    "The fire took 300 or so houses.": "300 or so: ~300 of houses",
    "The fire took 40-odd houses.": "40-odd: ~40 of houses",
    "At least 300 houses burned.": "At least 300: 300+ of houses",
    "No fewer than 300 houses burned.": "No fewer than 300: 300+ of houses",
    "No less than 300 houses burned.": "No less than 300: 300+ of houses",
    "Not less than 300 houses burned.": "Not less than 300: 300+ of houses",
    "More than 300 houses burned.": "More than 300: 300+ of houses",
    "Over 300 houses burned.": "Over 300: 300+ of houses",
    "Well over 300 houses burned.": "Well over 300: 300+ of houses",
    "Upwards of 300 houses burned.": "Upwards of 300: 300+ of houses",
    "In excess of 300 houses burned.": "In excess of 300: 300+ of houses",
    "A minimum of 300 houses burned.": "A minimum of 300: 300+ of houses",
    "The fire took 300 or more houses.": "300 or more: 300+ of houses",
    "The fire took 300+ houses.": "300+: 300+ of houses",
    "The fire took 300-plus houses.": "300-plus: 300+ of houses",
    "More than a dozen houses burned.": "More than a dozen: 12+ of houses",
    "At least half a dozen houses burned.": "At least half a dozen: 6+ of houses",
    "More than half of the houses burned.": "More than half: 0.5+ 1 of houses",
    "At least about 300 houses burned.": "At least about 300: 300+ of houses",
    "Up to 300 houses burned.": "Up to 300: <300 of houses",
    "At most 300 houses burned.": "At most 300: <300 of houses",
    "As many as 300 houses burned.": "As many as 300: <300 of houses",
    "Fewer than 300 houses burned.": "Fewer than 300: <300 of houses",
    "Less than 300 houses burned.": "Less than 300: <300 of houses",
    "No more than 300 houses burned.": "No more than 300: <300 of houses",
    "Not more than 300 houses burned.": "Not more than 300: <300 of houses",
    "A maximum of 300 houses burned.": "A maximum of 300: <300 of houses",
    "Just under 300 houses burned.": "Just under 300: <300 of houses",
    "Just over 300 houses burned.": "Just over 300: 300+ of houses",
    "Exactly 300 houses burned.": "Exactly 300: 300 of houses",
    "Only 12 houses burned.": "Only 12: 12 of houses",
    "The soldiers took over 12 villages.": "12: 12 of villages",
    "The army handed over 12 drones.": "12: 12 of drones",
}

RANGES = {
    "It lost 1,000–1,200 tents.": "1,000–1,200: 1000-1200 of tents",
    "It lost 1,000-1,200 tents.": "1,000-1,200: 1000-1200 of tents",
    "It lost 1,000 to 1,200 tents.": "1,000 to 1,200: 1000-1200 of tents",
    "It lost between 3 and 5 tanks.": "between 3 and 5: 3-5 of tanks",
    "It lost from 10 to 15 tanks.": "from 10 to 15: 10-15 of tanks",
    "It lost two to three tanks.": "two to three: 2-3 of tanks",
    "It lost three or four tanks.": "three or four: 3-4 of tanks",
    "No fewer than 1,000–1,200 tents were lost.": "No fewer than 1,000–1,200: 1000+ of tents",
    "It lost about 10 to 15 tanks.": "about 10 to 15: 10-15 of tanks",
    "Up to 10-15 tanks were lost.": "Up to 10-15: <15 of tanks",
    "The front moved 3 to 5 kilometers.": "3 to 5 kilometers: 3-5 km",
    "The front moved 3–5 km.": "3–5 km: 3-5 km",
    "The front moved 3 km to 5 km.": "3 km to 5 km: 3-5 km",
    "It costs 5 to 10 million dollars.": "5 to 10 million dollars: 5000000-10000000 USD",
    "It costs $5-10 million.": "$5-10 million: 5000000-10000000 USD",
    "It costs $5 million to $10 million.": "$5 million to $10 million: 5000000-10000000 USD",
    "It costs between €5 and €10.": "between €5 and €10: 5-10 EUR",
    "Prices rose 5 to 7 percent.": "5 to 7 percent: 5-7 %",
    "Two to three thousand people came.": "Two to three thousand: 2000-3000 of people",
    "Between 800,000 and 1 million people came.": (
        "Between 800,000 and 1 million: 800000-1000000 of people"
    ),
    "The share rose from 3% to 5%.": "3%: 3 %; 5%: 5 %",
    "Output fell from 15 to 10 tonnes.": "15: 15 t; 10 tonnes: 10 t",
    "Dozens to hundreds of houses burned.": "Dozens to hundreds: 24-2000 of houses",
}

VAGUE = {
    "Hundreds of Russian drones came.": "Hundreds: ~200-2000 of Russian drones",
    "Dozens of houses burned.": "Dozens: ~24-200 of houses",
    "Scores of houses burned.": "Scores: ~40-200 of houses",
    "Thousands of people fled.": "Thousands: ~2000-20000 of people",
    "Tens of thousands of people fled.": "Tens of thousands: ~20000-200000 of people",
    "Hundreds of thousands of people fled.": "Hundreds of thousands: ~200000-2000000 of people",
    "Millions of people fled.": "Millions: ~2000000-20000000 of people",
    "Several hundred people fled.": "Several hundred: ~200-2000 of people",
    "A few dozen people fled.": "A few dozen: ~24-200 of people",
    "Many thousands of people fled.": "Many thousands: ~2000-20000 of people",
    "More than a hundred people fled.": "More than a hundred: 100+ of people",
    "Several houses burned.": "Several: ? of houses",
    "A few soldiers fled.": "A few: ? of soldiers",
    "A number of vehicles burned.": "A number: ? of vehicles",
    "A handful of volunteers stayed.": "A handful: ? of volunteers",
    "Numerous drones came.": "Numerous: ? of drones",
    "A company-sized group crossed the river.": "company-sized: ? of group",
    "A platoon-size assault force advanced.": "platoon-size: ? of assault force",
    "A battalion-strength unit advanced.": "battalion-strength: ? of unit",
    "There are several reasons for it.": "",
    "There are many ways to see it.": "",
    "Few understood the order.": "",
}

SHARES = {
    "Two-thirds of the houses burned.": "Two-thirds: 0.667 1 of houses",
    "Two thirds of the houses burned.": "Two thirds: 0.667 1 of houses",
    "A third of the houses burned.": "A third: 0.333 1 of houses",
    "One-third of the houses burned.": "One-third: 0.333 1 of houses",
    "Three-quarters of the houses burned.": "Three-quarters: 0.75 1 of houses",
    "A quarter of the houses burned.": "A quarter: 0.25 1 of houses",
    "Half of the houses burned.": "Half: 0.5 1 of houses",
    "Half the houses burned.": "Half: 0.5 1 of houses",
    "Nearly half of the houses burned.": "Nearly half: ~0.5 1 of houses",
    "One in five voters stayed at home.": "One in five: 0.2 1 of voters",
    "Nine out of ten voters stayed at home.": "Nine out of ten: 0.9 1 of voters",
    "Some 12 percent of voters stayed at home.": "Some 12 percent: ~12 % of voters",
    "Turnout was 3.5%.": "3.5%: 3.5 %",
    "Turnout was 3.5 per cent.": "3.5 per cent: 3.5 %",
    "Turnout fell 3.5 percentage points.": "3.5 percentage points: 3.5 pp",
    "Rates rose by 50 basis points.": "50 basis points: 50 bp",
    "The second half of the match was calm.": "",
    "The third man fled.": "",
    "The first quarter was calm.": "",
}

UNITS = {
    "The village lies some 12 kilometers north.": "some 12 kilometers: ~12 km",
    "The village lies 12 km from Kyiv.": "12 km: 12 km",
    "The village lies 12km from Kyiv.": "12km: 12 km",
    "They held a 3-km front.": "3-km: 3 km of front",
    "They held a 3-kilometer-wide strip.": "3-kilometer: 3 km of strip",
    "They held a three-mile stretch of road.": "three-mile: 3 mi of stretch",
    "The village lies about a kilometer away.": "about a kilometer: ~1 km",
    "The village lies half a kilometer away.": "half a kilometer: 0.5 km",
    "The village lies a quarter of a mile away.": "a quarter of a mile: 0.25 mi",
    "The village lies 2 1/2 km away.": "2 1/2 km: 2.5 km",
    "The boat lay 20 nautical miles off the coast.": "20 nautical miles: 20 nmi",
    "The wave was 1.5m tall.": "1.5m: 1.5 m",
    "The wave was 5 feet tall.": "5 feet: 5 ft",
    "The wave was six meters high.": "six meters: 6 m",
    "Rain of 40 mm fell.": "40 mm: 40 mm",
    "They fired 152-mm artillery shells.": "152-mm: 152 mm of artillery shells",
    "They fired a 155mm howitzer.": "155mm: 155 mm of howitzer",
    "They used 7.62-mm machine guns.": "7.62-mm: 7.62 mm of machine guns",
    "The army took 30 square kilometers.": "30 square kilometers: 30 km2",
    "The army took 30 sq km of steppe.": "30 sq km: 30 km2 of steppe",
    "Fire burned 500 hectares of forest.": "500 hectares: 500 ha of forest",
    "Fire burned 1,200 acres.": "1,200 acres: 1200 acre",
    "The convoy carried 12 tonnes of food.": "12 tonnes: 12 t of food",
    "The convoy carried 12 tons of food.": "12 tons: 12 ton of food",
    "The convoy carried 1½ tonnes of food.": "1½ tonnes: 1.5 t of food",
    "They used 500 kg of high explosive.": "500 kg: 500 kg of high explosive",
    "They used a 500-pound bomb.": "500-pound: 500 lb of bomb",
    "The tank held 300 liters of fuel.": "300 liters: 300 L of fuel",
    "The spill was 40 cubic meters.": "40 cubic meters: 40 m3",
    "Output is 2 million barrels per day.": "2 million barrels per day: 2000000 bbl/d",
    "Winds reached 120 km/h.": "120 km/h: 120 km/h",
    "Winds reached 75 miles per hour.": "75 miles per hour: 75 mi/h",
    "Winds reached 75 mph.": "75 mph: 75 mi/h",
    "It was 38 degrees Celsius.": "38 degrees Celsius: 38 Cel",
    "It was 38°C.": "38°C: 38 Cel",
    "It was minus 20 degrees.": "minus 20 degrees: -20 deg",
    "It was -20 °C.": "-20 °C: -20 Cel",
    "The plant gives 600 MW.": "600 MW: 600 MW",
    "The plant gives 1.2 gigawatts of power.": "1.2 gigawatts: 1.2 GW of power",
    "The line carries 330 kV.": "330 kV: 330 kV",
    "An earthquake of magnitude 7.1 struck.": "magnitude 7.1: 7.1 magnitude",
    "A 7.1-magnitude earthquake struck.": "7.1-magnitude: 7.1 magnitude of earthquake",
    "A magnitude-6 earthquake struck.": "magnitude-6: 6 magnitude of earthquake",
    "The boat drifted a couple of miles.": "a couple of miles: ~2 mi",
    "The front runs for hundreds of kilometers.": "hundreds of kilometers: ~200-2000 km",
    "Thousands of tonnes of grain burned.": "Thousands of tonnes: ~2000-20000 t of grain",
    "The cyclone moved at 13 km per hour.": "13 km per hour: 13 km/h",
    "The hall has 4,500 square feet.": "4,500 square feet: 4500 ft2",
    "It is a 4,500-square-foot hall.": "4,500-square-foot: 4500 ft2 of hall",
    "Less than half of 1 percent voted.": "Less than half of 1 percent: <0.5 %",
    "The bomb had a yield of 15 kilotons.": "15 kilotons: 15 kt",
}

MONEY = {
    "The loan was $1.2bn.": "$1.2bn: 1200000000 USD",
    "The loan was $1.2 billion.": "$1.2 billion: 1200000000 USD",
    "The loan was €5 million.": "€5 million: 5000000 EUR",
    "The loan was £5m.": "£5m: 5000000 GBP",
    "The fine was 5 million rubles.": "5 million rubles: 5000000 RUB",
    "The fine was 500 euros.": "500 euros: 500 EUR",
    "The fine was 2,000 hryvnias.": "2,000 hryvnias: 2000 UAH",
    "The fine was USD 5 million.": "USD 5 million: 5000000 USD",
    "The fine was 5 million pounds.": "5 million pounds: 5000000 GBP",
    "The fine was C$300.": "C$300: 300 CAD",
    "The fine was US$300.": "US$300: 300 USD",
    "The fine was 300 Canadian dollars.": "300 Canadian dollars: 300 CAD",
    "The fine was 300 yuan.": "300 yuan: 300 CNY",
    "Oil rose to $80 a barrel.": "$80: 80 USD",
    "It is a $5-million contract.": "$5-million: 5000000 USD of contract",
    "More than $5 billion in aid came.": "More than $5 billion: 5000000000+ USD",
    "Up to 300,000 yen was paid.": "Up to 300,000 yen: <300000 JPY",
    "Hundreds of millions of dollars were lost.": (
        "Hundreds of millions of dollars: ~200000000-2000000000 USD"
    ),
    "The road cost tens of billions of rubles.": (
        "tens of billions of rubles: ~20000000000-200000000000 RUB"
    ),
    "Half a billion dollars was paid.": "Half a billion dollars: 500000000 USD",
}

CASUALTIES = {
    "At least 12 people were killed.": "At least 12: 12+ of people !killed",
    "Twelve were killed and 20 wounded.": "Twelve: 12 !killed; 20: 20 !wounded",
    "At least 12 were wounded, three of them children.": (
        "At least 12: 12+ !wounded; three: 3 !wounded"
    ),
    "The strike killed five and wounded 20.": "five: 5 !killed; 20: 20 !wounded",
    "The strike hit a market, killing five and wounding 20.": "five: 5 !killed; 20: 20 !wounded",
    "The shelling killed 5 civilians and 3 soldiers.": (
        "5: 5 of civilians !killed; 3: 3 of soldiers !killed"
    ),
    "The shelling wounded dozens more.": "dozens: ~24-200 !wounded",
    "Two people died.": "Two: 2 of people !killed",
    "Two more people died in hospital.": "Two: 2 of people !killed",
    "One person died.": "One: 1 of person !killed",
    "The blast left 14 dead and 30 injured.": "14: 14 !killed; 30: 30 !wounded",
    "Fourteen dead, 30 injured in blast": "Fourteen: 14 !killed; 30: 30 !wounded",
    "14 Dead, 30 Injured in Market Blast": "14: 14 !killed; 30: 30 !wounded",
    "Twenty people were missing.": "Twenty: 20 of people !missing",
    "Twenty people are still missing.": "Twenty: 20 of people !missing",
    "Between 30 and 40 were missing.": "Between 30 and 40: 30-40 !missing",
    "The death toll has risen to 14.": "14: 14 !killed",
    "The death toll stood at 14.": "14: 14 !killed",
    "A death toll of 14 was given.": "14: 14 !killed",
    "Officials put the number of missing at 30.": "30: 30 !missing",
    "The number of wounded rose to 30.": "30: 30 !wounded",
    "The army captured 12 enemy fighters.": "12: 12 of enemy fighters !captured",
    "Police arrested 40 protesters.": "40: 40 of protesters !arrested",
    "Some 40 protesters were detained.": "Some 40: ~40 of protesters !arrested",
    "The flood displaced 3,000 families.": "3,000: 3000 of families !displaced",
    "About 500 residents were evacuated.": "About 500: ~500 of residents !evacuated",
    "Some 200 people were left homeless.": "Some 200: ~200 of people !displaced",
    "There were 14 deaths.": "14: 14 of deaths !killed",
    "There were 14 casualties.": "14: 14 of casualties !harmed",
    "The storm claimed 12 lives.": "12: 12 of lives !killed",
    "The crew saved 12 lives.": "12: 12 of lives",
    "The 14 people who were killed were miners.": "14: 14 of people !killed",
    "The rebels hold 14 hostages.": "14: 14 of hostages !captured",
    "Twelve of the 40 soldiers were wounded.": (
        "Twelve: 12 of soldiers !wounded; 40: 40 of soldiers"
    ),
    "Five wounded soldiers were treated.": "Five: 5 of wounded soldiers !wounded",
    "No casualties were reported.": "No: 0 of casualties !harmed",
    "There were no casualties.": "no: 0 of casualties !harmed",
    "No one was killed.": "No one: 0 !killed",
    "Nobody was hurt.": "Nobody: 0 !wounded",
    "None were injured.": "None: 0 !wounded",
    "No civilians were killed.": "No: 0 of civilians !killed",
    "None of the passengers was injured.": "None: 0 of passengers !wounded",
    "Several were killed.": "Several: ? !killed",
    "Several people were killed, including two children.": (
        "Several: ? of people !killed; two: 2 of children !killed"
    ),
    "A company-sized group was captured.": "company-sized: ? of group !captured",
    "Twelve soldiers killed a civilian.": "Twelve: 12 of soldiers",
    "No fewer than 1,000–1,200 were killed.": "No fewer than 1,000–1,200: 1000+ !killed",
    "One of the soldiers was wounded.": "One: 1 of soldiers !wounded",
    "As many as 40 people may have drowned.": "As many as 40: <40 of people !killed",
}

NO_QUANTITIES = [
    "The war began in 2014.",
    "The 2016 election was close.",
    "It lasted from 2014 to 2016.",
    "The 2014–2016 talks failed.",
    "It was signed on 14 March.",
    "It was signed on March 14, 2019.",
    "It was signed on May 3-5.",
    "It was signed on the 14th.",
    "It began at 10:15.",
    "It began at 5 p.m. on Tuesday.",
    "It began at 10 o'clock.",
    "It lasted three days.",
    "It lasted two to three weeks.",
    "It lasted for hundreds of years.",
    "A two-day visit began.",
    "A 24-hour curfew began.",
    "A 56-year-old man fled.",
    "A man aged 56 fled.",
    "He is 56 years old.",
    "The T-72 burned.",
    "The Su-25 and the Kh-101 are old.",
    "A Boeing 737 landed.",
    "The 127th Division left.",
    "The COVID-19 ward closed.",
    "The G7 met in Hiroshima.",
    "Article 5 was invoked.",
    "Highway 61 is closed.",
    "It runs 24/7.",
    "The attacks of 9/11 changed it.",
    "They won 3-2.",
    "The house voted 7 to 2.",
    "Call 555-123-4567 now.",
    "He came three times.",
    "It was twice as large.",
    "The Group of Seven met in Hiroshima.",
    "Resolution 2334 was passed.",
    "Flight 370 was lost.",
    "Unit 8200 was named.",
    "Room 12 is empty.",
    "See page 12 [3].",
    "It was one of the worst storms.",
    "No one knows.",
    "One must not forget it.",
    "In the 1980s the mine closed.",
    "The server is at 10.0.0.1.",
    "Grade 5B is full.",
    "He followed @user123 there.",
    "Turn to channel 4.",
    "The score was close.",
    "There is no evidence of it.",
    "They live in the 9400 block of the road.",
    "The 3 News reporter left.",
    "Almost half a year went by.",
    "He asked at least a couple of times.",
    "For more call 0208 892 1789 now.",
    "A woman, 82, fled.",
    "The crash hurt a woman, 82.",
    "She is 70.",
    "The award is for people under 30.",
    "They live at 950 Station Road.",
    "It was in the 80’s.",
    "A fifth-grader won.",
    "The goals are: 1. Calm; 2. Good roads.",
    "They were between the ages of 17 and 20.",
    "It was built in 1990.",
    "The years 1990 and 1991 were dry.",
    "He was among the top five.",
    "One captured by a camera was shown.",
]

TABLE = {
    **COUNTS,
    **BOUNDS,
    **RANGES,
    **VAGUE,
    **SHARES,
    **UNITS,
    **MONEY,
    **CASUALTIES,
    **dict.fromkeys(NO_QUANTITIES, ""),
}


def read(text: str) -> tuple[Quantity, ...]:
    return run(Draft(document(text), "en"), (parsing, quantities)).every(Quantity)


def number(value: float | None) -> str:
    return "" if value is None else f"{round(value, 3):.12g}"


def meaning(text: str, found: Quantity) -> str:
    low, high = number(found.low), number(found.high)
    match found.modifier:
        case Modifier.AT_LEAST:
            said = f"{low}+"
        case Modifier.AT_MOST:
            said = f"<{high}"
        case Modifier.ABOUT if low:
            said = f"~{low}" if low == high else f"~{low}-{high}"
        case Modifier.RANGE:
            said = f"{low}-{high}"
        case _:
            said = low or "?"
    said += f" {found.unit}" if found.unit else ""
    said += f" of {found.of.of(text)}" if found.of else ""
    return said + (f" !{found.casualty}" if found.casualty else "")


def test_the_table_is_large_enough_to_say_something() -> None:
    assert len(TABLE) >= 200


@pytest.mark.parametrize(("text", "expected"), TABLE.items(), ids=TABLE)
def test_a_sentence_says_how_many(text: str, expected: str) -> None:
    found = [f"{each.span.of(text)}: {meaning(text, each)}" for each in read(text)]
    assert "; ".join(found) == expected


@pytest.mark.parametrize("text", TABLE, ids=TABLE)
def test_bounds_agree_with_how_they_are_meant(text: str) -> None:
    for each in read(text):
        if each.modifier is Modifier.AT_LEAST:
            assert each.low is not None
            assert each.high is None
        elif each.modifier is Modifier.AT_MOST:
            assert each.low is None
            assert each.high is not None
        elif each.low is not None:
            assert each.high is not None
            assert each.low <= each.high
