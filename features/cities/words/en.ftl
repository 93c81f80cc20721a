menu-cities = Cities
cities-title = Member cities
cities-description = { $count ->
    [one] One member city
   *[other] { $count } member cities
  }, { $asof }: where they are, who they are, what they share.
cities-search = Search cities by name
cities-search-hint = Names in English, French or Arabic, with or without accents.
cities-count = { $count ->
    [0] No city
    [one] One city
   *[other] { $count } cities
  }
cities-in-countries = { $count ->
    [one] in one country
   *[other] in { $count } countries
  }
cities-empty = No member city yet
cities-empty-hint = The cities of the network appear here, on the map and as a list, as soon as the first ones have joined.
cities-none = No member city matches
cities-none-hint = Try another spelling, or remove a filter.
cities-former-none = No city is suspended or withdrawn
cities-former-none-hint = As soon as the membership of a city is suspended or ends, it is listed here for the team.
cities-all = Show all cities
region = Region
region-needed = Choose a region.
country = Country
country-needed = Choose a country.
region-description = { $count ->
    [one] One member city
   *[other] { $count } member cities
  } in { $region }, on the map and as a list.
region-none = No member city in this region yet
search = Search
filters = Filters
filters-apply = Apply filters
filters-active = Active filters
filter-remove = Remove
close = Close
sort-by = Sort by
sort-apply = Sort
sort-name = Name
sort-population = Population
sort-region = Region
crumbs = Breadcrumb
save = Save
cancel = Cancel
source = source
error-prefix = Error:{" "}
done-saved = Saved.

map-world-label = World map with a dot for { $count ->
    [one] one member city
   *[other] each of { $count } member cities
  }. All of them are on the page of member cities, as a list.
map-region-label = Map of { $region } with { $count ->
    [one] one member city
   *[other] { $count } member cities
  }. The same cities follow as a list.
map-city-label = Map with { $city }, { $country }, marked
map-inset = { $region }, { $count ->
    [one] one city
   *[other] { $count } cities
  }
map-key-member = Member city
map-key-many = Several cities, counted
map-key-seat = Steering Committee, { $term }
map-key-coast = The map shows coastlines only: the unit is the city. Names and shapes imply no endorsement.

kind-city = City
kind-municipality = Municipality
kind-county = County
kind-province = Province
kind-district = District
kind-state = State
inhabitants = { $count ->
    [one] one inhabitant
   *[other] { $count } inhabitants
  }
seat-short = Steering Committee

city-description = { $city }, { $country }: a member of { $network }. Facts with their sources, documents, and cities nearby.
city-own = In the city’s own words
city-own-none = The city has not written here yet
city-own-none-hint = What the city writes stands here as its own; what the network’s team enters for it is marked as such.
city-own-other = So far this text is in { $language } only.
city-own-date = Written by the city on { $date }.
city-write = Edit the city’s text
city-near = Nearest member cities
city-distance = { $count ->
    [one] one km
   *[other] { $count } km
  }
city-facts = Facts
city-kind = Kind
city-kind-needed = Choose what kind of local government it is.
city-address = Page
city-population = Population
city-population-none = Not known
city-place = On the map
city-member = Member
city-website = Website
city-contact = Contact
city-seat = Steering Committee { $terms }
city-correct = Correct the facts

profile-title = { $city } in its own words
profile-language = Language you are writing in
profile-public = Everyone can read this. Write about the city and its work, never about a person.
profile-summary = About the city
profile-summary-hint = Two or three paragraphs: what the city is, what it works on, what others can ask it about. At most 2,000 characters.
profile-website = Website
profile-website-hint = Begins with https://
profile-contact = Public contact
profile-contact-hint = An office, with a shared e-mail address or telephone number. Not a private one.
error-website = Enter the full address, beginning with https://
error-website-own = This address is a page of this hub. Enter the city’s own website.

facts-title = Facts about { $city }
facts-hint = Every fact shows its source. What the city says about itself is not here: that text belongs to the city.
facts-names = Where a name is left empty, the one in { $language } is shown.
facts-name = Name in { $language }
facts-name-needed = Enter the name in { $language }.
facts-name-long = The name in { $language } is too long: use at most { $max ->
    [one] one character
   *[other] { $max } characters
  }.
facts-name-same = The name is the same in { $language }
facts-name-right = The name in { $language } is still right as it is
city-name-one = Name of a city
facts-pick = Choose the place in the gazetteer
facts-latitude = Latitude
facts-latitude-hint = Degrees, north is positive
facts-longitude = Longitude
facts-longitude-hint = Degrees, east is positive
facts-place-source = Source of the coordinates
facts-population-source = Source of the population
error-degrees = Enter degrees between -{ $max } and { $max }, such as 13.31.
error-population = Enter a whole number, such as 75051, or leave it empty.
error-source = Say where this is from.

place-title = Choose the place: { $city }
place-search = Search the gazetteer
place-hint = Any name of the place, in any script. GeoNames, places of 5,000 inhabitants and more.
place-loading = The gazetteer is still being loaded. Come back in a minute.
place-none = No place begins with this. Try a shorter beginning or another spelling.
place-name = Place
place-division = Administrative division

figure-cities = { $count ->
    [one] member city
   *[other] member cities
  }
figure-countries = { $count ->
    [one] country
   *[other] countries
  } with member cities
figure-seats = { $count ->
    [one] seat
   *[other] seats
  } on the International Steering Committee
figure-seats-note = founding term, { $term }
home-regions = Cities by region
home-regions-note = { $count ->
    [one] One city
   *[other] { $count } cities
  }, { $asof }.

foot-cities = Member cities

error-city-none = No member city has this name. Type part of it, as it appears in the list of cities.
error-city-several = Which city do you mean? Type one of those below, including what is in brackets.
facts-membership = Membership
membership-active = Active
membership-dormant = Dormant: still a member, but not taking part for now
membership-suspended = Suspended: not a member for now
membership-withdrawn = Withdrawn: no longer a member
city-former-hint = Only its own people, the regional officers for its region and the central team see this page. What it added to the library stays there.
cities-former = Suspended and withdrawn cities
record-city-membership-active = Membership of a city set to active
record-city-membership-dormant = Membership of a city set to dormant
record-city-membership-suspended = Membership of a city set to suspended: not a member for now
record-city-membership-withdrawn = Membership of a city set to withdrawn: no longer a member
job-cities-load-places = Loading the gazetteer
city-by-team = About the city
city-by-team-date = Entered by the network’s team for the city on { $date }.
city-write-for = Enter a text for the city
city-ask = Ask about this city
city-ask-correction = Ask the team to correct a fact
menu-your-city = Your city
menu-your-region = Your region
cities-join = Not a member yet? How a city joins
embed-city = City
hit-city = City
hit-cities = Member cities
error-city-is-member = A member is this place already. Look at its page first.
city-member-by-application = By its application in this hub
error-city-record = This place is a former member. Say which record it is.
error-city-name-letters = Write this name in Latin script, as it stands on maps: the address of the city’s page is made from it.
error-city-named = { $city } is a member already. If this is another local government of the same name, tick it.
error-city-returns-by-central = This city was a member before. The central team brings it back; ask them to accept the application.
task-city-words = Write what your city is and does
task-city-words-hint = Other cities read it before they write to you.
task-city-words-old = See whether what your city says of itself is still right
task-city-words-old-hint = Written on { $date }.
right-profile = Write what a city says about itself
right-facts = Correct the facts about a city

# Two records of one city
membership-merged = Merged with another record
record-city-merged = Record of a city merged with another one
job-cities-settle-merge = Bring to a city what came late to a merged record
right-merge = Merge two records of a city
merge = Merge records
merge-title = Merge the record of { $city } with another one
merge-hint = Where a city stands in the hub twice, this record ends and another one is kept. Its address leads to the other from then on, and its people, documents, signatures and history go along. It cannot be undone.
merge-offer = Merge with another record of this city
merge-choose = Which record is kept?
merge-into = Record of the same city
merge-look = See what would happen
merge-alike = Records that could be of the same city
merge-two = The two records
merge-fact = Fact
merge-ends = Ends
merge-kept = Is kept
merge-names = Names
merge-address = Address
merge-swap = Keep the other one instead
merge-other = Choose another record
merge-what = What becomes of what the record holds
merge-of = What
merge-moved = Go along
merge-stay = Do not go along
merge-stay-hint = What does not go along is in the record that is kept already, or is about the record that ends and is shown below, or in the history of its membership. Facts and names are those of the record that is kept; correct them there.
merge-nothing = Nothing but its names and facts.
merge-not-yet = Not yet
merge-do = Merge
merge-reason = Why they are one city
merge-reason-hint = Kept for the central team, where records of this city are merged.
merge-sure = I have looked at both. It cannot be undone.
merge-press = Merge
merge-before = Merged into this record
merge-said = What it said of itself in { $language }
merge-seats = Seats on the steering committee
merge-profiles = What the city says of itself
merge-facts = Names and facts
merge-earlier = Records merged before
merge-activity = Activity
done-merged = Merged. The other address leads here now.
error-merge-sure = Tick the box if you have looked at both records.
error-choose-record = Choose the record that is kept.
error-merge-same = This is the same record. Choose another one.
error-merge-suspended = The membership of this record is suspended. End the suspension first.
error-merge-member = This record is a member and the other one is not. Keep this one instead.

city-member-by-list = From the network’s own list of members
record-city-forgotten = City removed that had been brought in by mistake

error-merge-administrator = People of one of these records would read what the other keeps for its own people. An administrator merges them, as it is an administrator who opens a city’s own documents.

merge-apart = Look twice: these two are { $distance } km apart, or in different countries.
