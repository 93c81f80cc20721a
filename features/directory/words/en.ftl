directory-title = People of the network
directory-search = Name, function, profession or words
directory-search-hint = You find members who show themselves to other members. Nobody’s e-mail address is shown.
directory-any = Any
directory-theme = Theme
directory-none = Nobody shows their profile yet
directory-none-hint = This is where members find each other by theme, language and region. Begin with your own profile.
directory-unfit = No one matches
directory-unfit-hint = Try fewer words, or take a filter away.
directory-count = { $count ->
    [one] One person
   *[other] { $count } people
  }
directory-many = More than { $count ->
    [one] one person matches
   *[other] { $count } people match
  }: narrow the search.
directory-unseen = Other members do not see you here yet.
directory-own = Your profile
directory-text = What other members see of you, so that they can find you and write to you. You decide who sees it; your e-mail address is never shown.
directory-see = See it as others do
directory-what = What you show
directory-name-change = Change your name
directory-shown = Who sees your profile
directory-shown-nobody = Nobody
directory-shown-nobody-hint = You are not in the list of people.
directory-shown-city = Your city
directory-shown-city-hint = People who work for the same city, and the network’s central team.
directory-shown-members = All members
directory-shown-members-hint = Everyone who works for a member city or for the network.
directory-field = Field of work
directory-position = Function
directory-position-hint = As on your business card: “Head of youth work”.
directory-profession = Profession
directory-profession-hint = What you learned: “Social worker”.
directory-about = What you work on
directory-about-hint = What others can ask you about. Write about your work, never about a case or a person. At most 800 characters.
directory-about-work = Work
directory-language = Language
directory-language-1 = First language
directory-language-2 = Second language
directory-language-3 = Third language
directory-language-4 = Fourth language
directory-languages = Languages
directory-language-none = None
directory-themes = Themes
directory-themes-hint = At most eight.
directory-reachable = Members may write to me
directory-reachable-hint = You get an e-mail; your address stays with you until you answer.
directory-picture = Picture
directory-picture-text = You need not show one. Whoever sees your profile sees it, nobody else, and you can delete it at any time.
directory-picture-of = { $name }
directory-picture-file = Picture file
directory-picture-limits = JPEG, PNG, WebP or GIF, up to { $size }. It is made smaller; place, camera and time are left out.
directory-picture-send = Show this picture
directory-picture-delete = Delete the picture
directory-picture-take-down = Take this picture down
directory-agreed = It shows me, and I agree that those who see my profile see it
directory-change = Change your profile
directory-write = Write to this person
directory-write-title = Write to { $name }
directory-write-text = This person gets your message by e-mail with your name. The answer comes to your address, which they see:
directory-write-send = Send
directory-message = Message
directory-message-hint = Say who you are, what you work on and what you would like to know. Never write about a person who could be recognised: such a case belongs to the services of your city. At most 3,000 characters.
directory-facts = About this person
city-who = People to talk to
city-who-more = All people of the network
work-field-leadership = City leadership
work-field-coordination = Coordination of prevention
work-field-social-work = Social work
work-field-education = Education
work-field-youth = Youth work
work-field-safety = Community safety
work-field-health = Health
work-field-culture = Culture and sport
work-field-communication = Communication
work-field-international = International relations
work-field-research = Research and evaluation
work-field-civil-society = Civil society
error-directory-missing = Fill in “{ $label }”: whoever finds you should know what you do.
error-directory-themes = Choose at most eight themes.
error-directory-picture = This file is not a picture that can be shown. Choose a JPEG, PNG, WebP or GIF.
error-directory-agreed = Say that it shows you and that you agree. Without that it is not shown.
error-directory-messages = You have written many messages today, or several to this person. You can write again in { $count ->
    [one] one hour
   *[other] { $count } hours
  }.
error-directory-pictures = You have uploaded many pictures today. You can upload another in { $count ->
    [one] one hour
   *[other] { $count } hours
  }.
done-directory-hidden = Saved. Nobody sees your profile.
done-directory-saved = Saved. This is how others see you.
done-directory-picture-saved = The picture is saved. Whoever sees your profile sees it.
done-directory-picture-deleted = The picture is deleted.
done-directory-written = Your message is sent.
done-directory-written-waits = Your message is kept. The e-mail has not left.
record-directory-many-read = Many profiles read in a day
record-directory-picture-taken-down = Picture of a profile taken down
right-directory = Find people of the network, and write to them
letter-person-written-subject = { $hub }: message from { $sender }
letter-person-written-text = Hello { $name },

    { $sender } ({ $work }) has read your profile on { $hub } and wrote the message below. The hub has not given them your address: your answer to this e-mail goes to { $email }.
letter-person-written-end = If you do not want such e-mails, say so in your profile. If this message should not have been sent, write to the network’s team.
